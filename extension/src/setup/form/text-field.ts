import { element } from "../element.js";
import { FieldFrame, type FormPart } from "./field.js";

/** How a text field is made. */
export interface TextFieldOptions {
  readonly label: string;
  readonly hint: string;
  readonly value?: string;
  readonly type?: "text" | "url";
  readonly placeholder?: string;
  readonly required?: boolean;
}

/** A line of text that is no secret. */
export class TextField implements FormPart {
  readonly input: HTMLInputElement;
  readonly #frame: FieldFrame;

  constructor({ label, hint, value, type, placeholder, required }: TextFieldOptions) {
    this.input = element("input", {
      // Not "url": the browser would refuse, in words of its own, what can be put right.
      type: "text",
      inputmode: type ?? "text",
      autocomplete: "off",
      spellcheck: "false",
      placeholder: placeholder ?? null,
      "aria-required": required ? "true" : null,
      dir: "auto",
    });
    this.input.value = value ?? "";
    this.#frame = new FieldFrame(label, this.input, hint);
    this.input.addEventListener("input", () => this.clear());
  }

  get element(): HTMLElement {
    return this.#frame.element;
  }

  /** Puts a button beside it. */
  addButton(button: HTMLButtonElement): void {
    this.#frame.addButton(button);
  }

  get value(): string {
    return this.input.value.trim();
  }

  clear(): void {
    this.#frame.clear();
  }

  fail(sentence: string): void {
    this.#frame.fail(sentence);
  }

  /** Says what should be considered about it. */
  warn(sentence: string): void {
    this.#frame.warn(sentence);
  }

  /** Whether something is said to be wrong with it. */
  get failed(): boolean {
    return this.input.getAttribute("aria-invalid") === "true";
  }

  note(sentence: string): void {
    this.#frame.note(sentence);
  }

  focus(): void {
    this.input.focus();
  }
}
