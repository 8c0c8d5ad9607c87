import { element, newId } from "../element.js";

/** What a list is searched, narrowed or sorted with, under its name. */
export function tool(name: string, control: HTMLInputElement | HTMLSelectElement): HTMLElement {
  control.id ||= newId("tool");
  return element("div", { class: "tool" }, element("label", { for: control.id }, name), control);
}
