import { element, newId, set } from "../element.js";

/** One thing that can be chosen. */
export interface Check {
  readonly value: string;
  readonly text: string;
  /** What helps to tell it from others. */
  readonly more: string | null;
}

/** Several things, of which any number can be chosen. */
export class Checks {
  readonly element: HTMLFieldSetElement;
  readonly #inputs: readonly HTMLInputElement[];
  readonly #line: HTMLElement;

  constructor(legend: string, checks: readonly Check[], changed: () => void = () => undefined) {
    this.#line = element("small", { id: newId("hint"), "aria-live": "polite" });
    this.#inputs = checks.map(({ value }) => element("input", { type: "checkbox", value, id: newId("check") }));
    this.element = element(
      "fieldset",
      { class: "checks", "aria-describedby": this.#line.id },
      element("legend", {}, legend),
      element(
        "div",
        { class: "check-list" },
        ...checks.map(({ text, more }, index) => {
          const input = this.#inputs[index];
          return element(
            "label",
            { class: "check", dir: "auto" },
            input ?? null,
            element("span", {}, text, more ? element("small", {}, more) : null),
          );
        }),
      ),
      this.#line,
    );
    this.element.addEventListener("change", () => {
      this.clear();
      changed();
    });
  }

  get values(): readonly string[] {
    return this.#inputs.filter(({ checked }) => checked).map(({ value }) => value);
  }

  /** Chooses these and no other. */
  check(values: readonly string[]): void {
    for (const input of this.#inputs) input.checked = values.includes(input.value);
  }

  clear(): void {
    set(this.element, { "aria-invalid": null });
    this.#line.textContent = "";
    this.#line.className = "";
  }

  fail(sentence: string): void {
    set(this.element, { "aria-invalid": "true" });
    this.#line.textContent = sentence;
    this.#line.className = "error";
    this.focus();
  }

  /** Says what should be considered about what is chosen; null: nothing. */
  warn(sentence: string | null): void {
    this.clear();
    this.#line.textContent = sentence ?? "";
    this.#line.className = sentence === null ? "" : "doubt";
  }

  focus(): void {
    this.#inputs[0]?.focus();
  }

  /** Goes to one of them. */
  focusOn(value: string): void {
    this.#inputs.find((input) => input.value === value)?.focus();
  }
}
