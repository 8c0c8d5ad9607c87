const masks = new Set(["disc", "circle", "square"]);

/** Whether what is typed into a field is shown as dots: a password field, or a text field whose page makes it look like one. */
export function isMasked(element: HTMLInputElement): boolean {
  if (element.type !== "text") return element.type === "password";
  return masks.has(getComputedStyle(element).getPropertyValue("-webkit-text-security"));
}
