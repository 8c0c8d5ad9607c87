import { element, newId } from "../element.js";

/** Whether the site is to know the browser again, and ask it for no code: not, unless the owner says so. */
export class RememberDevice {
  readonly element: HTMLElement;
  readonly #input = element("input", { type: "checkbox", id: newId("remember") });

  constructor(stored: boolean) {
    const hint = element(
      "small",
      { id: newId("hint") },
      "The site's own cookie then skips the code next time: the vault keeps it sealed and hands it over with the session; with in-page, only the agent's browser has it.",
    );
    this.#input.checked = stored;
    this.#input.setAttribute("aria-describedby", hint.id);
    const label = element("label", { for: this.#input.id }, "Tick “Remember this device” where the site asks");
    this.element = element("div", { class: "choice" }, this.#input, element("div", {}, label, hint));
  }

  get value(): boolean {
    return this.#input.checked;
  }
}
