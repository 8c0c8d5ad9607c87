import { button, element, set } from "../element.js";
import type { FormPart } from "./field.js";
import { type ReadOrigin, readOrigin } from "./origins.js";
import { TextField } from "./text-field.js";

/** How a list of origins is made. */
export interface OriginListOptions {
  /** What all of them are called. */
  readonly group: string;
  /** What each is called. */
  readonly label: string;
  readonly hint: string;
  readonly add: string;
  /** What to know before another one is given. */
  readonly anotherHint: string;
  readonly origins: readonly string[];
}

/** One or more origins, each in a field of its own. A pasted address becomes its origin, and the field says so. */
export class OriginList implements FormPart {
  readonly element: HTMLElement;
  readonly #options: OriginListOptions;
  readonly #rows: HTMLElement;
  #fields: TextField[] = [];
  readonly #removes = new Map<TextField, HTMLButtonElement>();
  #changed: (read: ReadOrigin | null) => void = () => undefined;

  constructor(options: OriginListOptions) {
    this.#options = options;
    this.#rows = element("fieldset", { class: "origins", "aria-label": options.group });
    this.element = element(
      "div",
      {},
      this.#rows,
      button(options.add, { class: "quiet add" }, () => this.#add("").focus()),
    );
    for (const origin of options.origins.length > 0 ? options.origins : [""]) this.#add(origin);
  }

  /** Called with what was read when a field is left, and when one is taken away. */
  onChange(changed: (read: ReadOrigin | null) => void): void {
    this.#changed = changed;
  }

  /** The origins as they stand there, without empty fields. */
  get values(): readonly string[] {
    return this.#filled().map(({ value }) => value);
  }

  clear(): void {
    for (const field of this.#fields) field.clear();
  }

  /** Says what is wrong with one of `values`; the first one unless told otherwise. */
  fail(sentence: string, index = 0): void {
    (this.#filled()[index] ?? this.#fields[0])?.fail(sentence);
  }

  /** Goes to one of `values`; unless told which, to the first that is wrong. */
  focus(index?: number): void {
    const field = index === undefined ? this.#fields.find(({ failed }) => failed) : this.#filled()[index];
    (field ?? this.#fields[0])?.focus();
  }

  /** Says what is no address; true when every one is. */
  check(): boolean {
    const wrong = this.#filled().filter((field) => !this.#read(field));
    return wrong.length === 0;
  }

  #filled(): TextField[] {
    return this.#fields.filter(({ value }) => value !== "");
  }

  #add(origin: string): TextField {
    const { label, hint, anotherHint } = this.#options;
    const field = new TextField({
      label: this.#fields.length === 0 ? label : `Another ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
      hint: this.#fields.length === 0 ? hint : anotherHint,
      value: origin,
      type: "url",
      placeholder: "https://shop.example",
      required: this.#fields.length === 0,
    });
    const remove = button("Remove", { class: "quiet" }, () => this.#remove(field));
    field.addButton(remove);
    this.#removes.set(field, remove);
    field.input.addEventListener("change", () => {
      this.#changed(field.value === "" ? null : this.#read(field));
    });
    this.#fields.push(field);
    this.#rows.append(field.element);
    this.#nameRows();
    return field;
  }

  #remove(field: TextField): void {
    this.#fields = this.#fields.filter((other) => other !== field);
    this.#removes.delete(field);
    field.element.remove();
    this.#nameRows();
    this.#fields[0]?.focus();
    this.#changed(null);
  }

  /** The last one cannot be taken away, so there is no button that would. */
  #nameRows(): void {
    for (const [index, field] of this.#fields.entries()) {
      const remove = this.#removes.get(field);
      if (!remove) continue;
      remove.hidden = this.#fields.length === 1;
      set(remove, { "aria-label": `Remove: ${this.#options.label} ${index + 1}` });
    }
  }

  #isAbove(field: TextField): boolean {
    return this.#fields.slice(0, this.#fields.indexOf(field)).some(({ value }) => value === field.value);
  }

  #read(field: TextField): ReadOrigin | null {
    const read = readOrigin(field.value);
    if ("refused" in read) {
      field.fail(read.refused);
      return null;
    }
    field.input.value = read.origin;
    if (this.#isAbove(field)) {
      field.fail("This site is already above.");
      return null;
    }
    if (read.said) field.note(read.said);
    return read;
  }
}
