// Charts and maps out of the page: as SVG that stands by itself, and as PNG.

const COPIED = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "opacity", "font-size",
  "font-family", "font-weight", "text-anchor", "dominant-baseline", "display", "vector-effect",
  "paint-order", "stroke-linejoin", "stroke-linecap",
];

/** What a colour stands for: the class that has it on the page, and words. */
export interface Key { swatch: string; words: string }

/** The drawing as it looks now, with its title and where it comes from below. */
function standalone(svg: SVGSVGElement, title: string, keys: readonly Key[] = []): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  inline(svg, copy);
  const box = svg.getBoundingClientRect();
  const [width, height] = [Math.round(box.width), Math.round(box.height)];
  const style = getComputedStyle(document.body);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  const foot = keys.length ? 50 : 28;
  copy.setAttribute("height", String(height + foot));
  copy.setAttribute("viewBox", `0 0 ${width} ${height + foot}`);
  const ground = element("rect", { width, height: height + foot, fill: style.backgroundColor });
  const words = element("text", {
    x: 10, y: height + 18, fill: style.color, "font-size": 12, "font-family": style.fontFamily,
  });
  words.textContent = title;
  copy.prepend(ground);
  copy.append(words, ...legend(keys, height + 32, style));
  return new XMLSerializer().serializeToString(copy);
}

function legend(keys: readonly Key[], y: number, style: CSSStyleDeclaration): SVGElement[] {
  let x = 10;
  return keys.flatMap(({ swatch, words }) => {
    const box = element("rect", { x, y, width: 10, height: 10, rx: 2, fill: colourOf(swatch) });
    const text = element("text", { x: x + 15, y: y + 9, fill: style.color, "font-size": 11, "font-family": style.fontFamily });
    text.textContent = words;
    x += 35 + words.length * 6.2;
    return [box, text];
  });
}

/** The colour that a class gives on this page. */
function colourOf(name: string): string {
  const probe = document.createElement("i");
  probe.className = name;
  document.body.append(probe);
  const colour = getComputedStyle(probe).backgroundColor;
  probe.remove();
  return colour;
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

function inline(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of COPIED) {
    const value = style.getPropertyValue(name);
    if (value) to.setAttribute(name, value);
  }
  to.removeAttribute("style");
  to.removeAttribute("class");
  const [left, right] = [from.children, to.children];
  for (let i = 0; i < left.length; i++) inline(left[i] as Element, right[i] as Element);
}

/** Saves a drawing as SVG with its title and a legend. */
export function saveSvg(svg: SVGSVGElement, title: string, name: string, keys: readonly Key[] = []): void {
  save(new Blob([standalone(svg, title, keys)], { type: "image/svg+xml" }), `${name}.svg`);
}

/** Saves a drawing as PNG with its title and a legend; an Error where the browser cannot draw it. */
export async function savePng(svg: SVGSVGElement, title: string, name: string, keys: readonly Key[] = []): Promise<void> {
  const source = URL.createObjectURL(new Blob([standalone(svg, title, keys)], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width * 2;
    canvas.height = image.height * 2;
    const context = canvas.getContext("2d");
    if (!context) throw new Error("This browser cannot draw the picture; save the SVG instead.");
    context.scale(2, 2);
    context.drawImage(image, 0, 0);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    if (!blob) throw new Error("This browser cannot make the PNG; save the SVG instead.");
    save(blob, `${name}.png`);
  } finally {
    URL.revokeObjectURL(source);
  }
}

/** Saves rows as CSV; a cell that a spreadsheet would run as a formula is told as text. */
export function saveCsv(rows: readonly (readonly (string | number)[])[], name: string): void {
  const cell = (value: string | number) => {
    const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  save(new Blob([rows.map((row) => `${row.map(cell).join(",")}\n`).join("")], { type: "text/csv" }), `${name}.csv`);
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
