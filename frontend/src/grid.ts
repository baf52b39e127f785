// Tables as they are taken away: to the clipboard for a spreadsheet or a letter, and as CSV.

import { copied } from "./clipboard";

export type Cell = string | number | null;

/** What a spreadsheet would run as a formula is told as text. */
function plainCell(value: Cell): string {
  if (value === null) return "";
  return typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
}

/** Lines of cells between tabs: what spreadsheets take from the clipboard. */
function tabbed(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => row.map((cell) => plainCell(cell).replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n");
}

/** The same as a table of HTML: what word processors and mail take. */
function tableHtml([head = [], ...rows]: readonly (readonly Cell[])[]): string {
  const plain = (cell: Cell) => String(cell ?? "").replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const line = (cells: readonly Cell[], name: string) => `<tr>${cells.map((cell) => `<${name}>${plain(cell)}</${name}>`).join("")}</tr>`;
  return `<table><thead>${line(head, "th")}</thead><tbody>${rows.map((row) => line(row, "td")).join("")}</tbody></table>`;
}

/** Copies a table, the heads first, and says how many rows it has. */
export function copyTable(rows: readonly (readonly Cell[])[], words: string): Promise<void> {
  return copied(tabbed(rows), `${words} copied: paste them into a spreadsheet or a text`, tableHtml(rows));
}
