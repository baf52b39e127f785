// Where the focus is.

/** Whether nothing in particular has the focus: it is on the page, or on all of its content. */
export function isNowhere(element: Element | null): boolean {
  return !element || element === document.body || element.id === "main";
}
