type Attribute = string | number | boolean | null;

/** What an element is made with: attributes by name. True is an empty one; false and null are none. */
export type Attributes = Readonly<Record<string, Attribute>>;

/** What stands in an element: other elements, text, or nothing. */
export type Child = Node | string | null;

/** Makes an element. Text goes in as text, so nothing that was typed or stored can become markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  set(made, attributes);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Sets attributes, or takes those away that are false or null. */
export function set(on: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null) on.removeAttribute(name);
    else on.setAttribute(name, value === true ? "" : String(value));
  }
}

/** A button that does something in the page. */
export function button(text: string, attributes: Attributes, pressed: () => void): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", pressed);
  return made;
}

/** Ids that join a field to its label and its hint. */
export function newId(prefix: string): string {
  return `${prefix}-${++ids}`;
}

let ids = 0;
