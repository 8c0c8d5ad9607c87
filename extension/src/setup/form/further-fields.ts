import { button, element } from "../element.js";
import type { Draft } from "../sealing.js";
import type { FormPart } from "./field.js";
import { SecretField } from "./secret-field.js";
import { TextField } from "./text-field.js";

/** What every credential has a field of its own for, in lower case. */
const own: readonly string[] = ["username", "password", "one-time code"];

const taken = "There is a field with this name already: choose another, or empty this.";

/** What a site asks for besides username, password and code. Each is a secret with a name, which is sealed with it. */
export class FurtherFields implements FormPart {
  readonly element: HTMLElement;
  readonly #draft: Draft;
  readonly #changed: () => void;
  readonly #rows = element("div", {});
  readonly #name = new TextField({
    label: "Name of the field",
    hint: "As the site calls it, or some of its words, such as Tenant.",
  });
  readonly #add: HTMLDetailsElement;
  readonly #fields = new Map<string, SecretField>();

  /** `stored` are the names of those that the vault holds. */
  constructor(draft: Draft, stored: readonly string[], changed: () => void) {
    this.#draft = draft;
    this.#changed = changed;
    this.#name.input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      this.#addNamed();
    });
    const add = button("Add field", { class: "quiet" }, () => this.#addNamed());
    this.#add = element(
      "details",
      {},
      element("summary", {}, "Add a further field"),
      element("div", { class: "card" }, this.#name.element, add),
    );
    this.element = element("fieldset", { class: "further", "aria-label": "Further fields" }, this.#rows, this.#add);
    for (const name of stored) this.#append(name, true);
  }

  /** Each secret under the field that it is sealed as. */
  get secrets(): ReadonlyMap<string, SecretField> {
    return new Map([...this.#fields].map(([name, secret]) => [`field:${name}`, secret]));
  }

  /** Those of {@link secrets} that the credential is to have. */
  get kept(): ReadonlyMap<string, SecretField> {
    return new Map([...this.secrets].filter(([, secret]) => !secret.removed));
  }

  /** What to do about a name that was typed and nothing was made of; null when there is none. */
  get unfinished(): string | null {
    const name = this.#name.value;
    if (name === "") return null;
    return this.#isTaken(name) ? taken : "Add this field, or empty its name.";
  }

  clear(): void {
    this.#name.clear();
    for (const secret of this.#fields.values()) secret.clear();
  }

  fail(sentence: string): void {
    this.#add.open = true;
    this.#name.fail(sentence);
  }

  focus(): void {
    this.#name.focus();
  }

  #addNamed(): void {
    const name = this.#name.value;
    if (name === "") this.#name.fail("Give it a name.");
    else if (this.#isTaken(name)) this.#name.fail(taken);
    else {
      this.#name.input.value = "";
      this.#add.open = false;
      this.#append(name, false).focus();
      this.#changed();
    }
  }

  #isTaken(name: string): boolean {
    const key = name.toLowerCase();
    return own.includes(key) || [...this.#fields.keys()].some((other) => other.toLowerCase() === key);
  }

  /** Takes one away that the vault does not hold. One that it holds goes when the form is saved, see {@link SecretField}. */
  #removing(name: string, secret: SecretField): HTMLButtonElement {
    return button("Remove", { class: "quiet", "aria-label": `Remove: ${name}` }, () => {
      this.#fields.delete(name);
      secret.element.remove();
      this.#add.querySelector("summary")?.focus();
      this.#changed();
    });
  }

  #append(name: string, stored: boolean): SecretField {
    const secret = new SecretField({
      label: name,
      hint: "A secret like the password.",
      field: `field:${name}`,
      draft: this.#draft,
      stored,
      removable: true,
    });
    secret.onChange(this.#changed);
    if (!stored) secret.addButton(this.#removing(name, secret));
    this.#fields.set(name, secret);
    this.#rows.append(secret.element);
    return secret;
  }
}
