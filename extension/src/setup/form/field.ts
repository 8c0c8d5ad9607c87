import { element, newId, set } from "../element.js";

/**
 * What every field has: a label, and under it one line that helps, and says instead what is wrong when something is.
 * The line is there from the beginning, so that nothing moves when it changes.
 */
export class FieldFrame {
  readonly element: HTMLElement;
  readonly #line: HTMLElement;
  readonly #row: HTMLElement;
  #control: HTMLElement;
  readonly #hint: string;

  /** `place` is what holds the control when that does not stand alone. */
  constructor(label: string, control: HTMLElement, hint: string, place: HTMLElement = control) {
    this.#control = control;
    this.#hint = hint;
    control.id ||= newId("field");
    this.#line = element("small", { id: newId("hint"), "aria-live": "polite" }, hint);
    control.setAttribute("aria-describedby", this.#line.id);
    this.#row = element("div", { class: "control" }, place);
    this.element = element(
      "div",
      { class: "field" },
      element("label", { for: control.id }, label),
      this.#row,
      this.#line,
    );
  }

  /** Puts a button beside the control, as high as it is. */
  addButton(button: HTMLButtonElement): void {
    this.#row.append(button);
  }

  /** The field that takes the place of the one before. */
  follow(control: HTMLElement): void {
    set(control, { id: this.#control.id, "aria-describedby": this.#line.id });
    this.#control = control;
  }

  /** Says beside the field what is wrong with it. */
  fail(sentence: string): void {
    set(this.#control, { "aria-invalid": "true" });
    this.#say(sentence, "error");
  }

  /** Says beside the field what was made of what was typed. */
  note(sentence: string): void {
    set(this.#control, { "aria-invalid": null });
    this.#say(sentence, "note");
  }

  /** Says beside the field what has to be done about it, before anything is wrong. */
  warn(sentence: string): void {
    set(this.#control, { "aria-invalid": null });
    this.#say(sentence, "doubt");
  }

  /** Lets another control of the field be described by the same line. */
  describe(control: HTMLElement): void {
    set(control, { "aria-describedby": this.#line.id });
  }

  /** Back to the hint. */
  clear(): void {
    set(this.#control, { "aria-invalid": null });
    this.#say(this.#hint, "");
  }

  #say(text: string, kind: string): void {
    if (this.#line.textContent !== text) this.#line.textContent = text;
    this.#line.className = kind;
  }
}

/** What a form asks of each of its parts. */
export interface FormPart {
  readonly element: HTMLElement;
  /** Takes back what was said about it. */
  clear(): void;
  /** Says what is wrong with it, or with one of several values that it has. */
  fail(sentence: string, index?: number): void;
  /** Goes to where it can be mended. */
  focus(index?: number): void;
}
