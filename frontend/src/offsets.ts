// Offsets of the API count Unicode code points; strings of a browser count UTF-16 units.

/** How many code points stand before a UTF-16 offset. */
export function pointsBefore(text: string, unit: number): number {
  let points = 0;
  for (let i = 0; i < unit; i++) {
    const code = text.charCodeAt(i);
    const second = code >= 0xdc00 && code <= 0xdfff && i > 0 && isHigh(text.charCodeAt(i - 1));
    if (!second) points++;
  }
  return points;
}

/** The UTF-16 offset of a code-point offset. */
export function unitAt(text: string, point: number): number {
  let unit = 0;
  for (let n = 0; n < point && unit < text.length; n++) {
    unit += isHigh(text.charCodeAt(unit)) && isLow(text.charCodeAt(unit + 1)) ? 2 : 1;
  }
  return unit;
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
