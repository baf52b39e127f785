// A list taken away as a file, in the formats that people open it with.

import type { ComponentChildren } from "preact";
import { address, type Params } from "../client";
import { Menu } from "./menu";

/** Links to a whole list as files. */
export function FileLinks({ path, params, name, of = "" }: { path: string; params: Params; name: string; of?: string }) {
  const file = (format: string) => address(path, { ...params, format });
  const words = (format: string) => (of ? `${of} as ${format.replace("Work", "work")}` : format);
  return (
    <>
      <a href={file("csv")} download={`${name}.csv`}>{words("CSV")}</a>
      <a href={file("excel")} download={`${name}.csv`} title="CSV that Excel opens with all letters right">{words("CSV for Excel")}</a>
      <a href={file("xlsx")} download={`${name}.xlsx`} title="Days and numbers as such, for Excel and LibreOffice">{words("Workbook (.xlsx)")}</a>
    </>
  );
}

export function FileMenu({ about, small = false, children, ...of }: { about: string; small?: boolean; children?: ComponentChildren; path: string; params: Params; name: string }) {
  return <Menu icon="export" words="Export" small={small}><p>{about}</p><FileLinks {...of} />{children}</Menu>;
}
