import { button, element, set } from "../element.js";
import { sentenceOf } from "../host.js";
import type { Draft, Sealed } from "../sealing.js";
import { FieldFrame, type FormPart } from "./field.js";

/** How a secret field is made. */
export interface SecretFieldOptions {
  readonly label: string;
  readonly hint: string;
  /** What it is sealed as. */
  readonly field: string;
  readonly draft: Draft;
  /** Whether the vault holds one already. */
  readonly stored: boolean;
  readonly required?: boolean;
  /** Whether what the vault holds can be taken away. */
  readonly removable?: boolean;
  /** What to know before what the vault holds is taken away. */
  readonly beforeRemoval?: string;
  /** What is wrong with a value, so that it is not taken and stays to be put right; null when nothing is. */
  readonly wrong?: (value: string) => string | null;
  /** What is wrong already while it is typed. */
  readonly wrongWhileTyped?: (value: string) => string | null;
  /** What to consider about a value that was taken; null: nothing. */
  readonly doubt?: (value: string) => string | null;
  /** What is said of a value that was taken, nothing of it that is secret; null: nothing. */
  readonly readBack?: (value: string) => string | null;
}

/**
 * A secret. It is masked while it is typed. When it is left, it is read once, sealed to the vault's public key and gone
 * from the page; in its place stands that something is there, not how long it is. What the vault holds never comes back.
 */
export class SecretField implements FormPart {
  readonly #options: SecretFieldOptions;
  readonly #frame: FieldFrame;
  readonly #kept: HTMLElement;
  readonly #what: HTMLElement;
  readonly #dots: HTMLElement;
  readonly #again: HTMLButtonElement;
  /** Lets what was given go and what the vault holds stay. */
  readonly #back: HTMLButtonElement;
  /** Takes away what the vault holds; null where that cannot be. */
  readonly #remove: HTMLButtonElement | null;
  #input: HTMLInputElement;
  #sealed: Sealed | null = null;
  #sealing: Promise<void> = Promise.resolve();
  #stored: boolean;
  /** Why what is typed was not taken. It stands in its field still, masked as while it was typed. */
  #refused: string | null = null;
  /** Why what the vault holds is of no use any more; null: it is of use. */
  #lost: string | null = null;
  /** Whether what the vault holds is to go. */
  #removed = false;
  #changed: () => void = () => undefined;

  constructor(options: SecretFieldOptions) {
    this.#options = options;
    this.#stored = options.stored;
    this.#input = this.#newInput();
    this.#what = element("span");
    this.#again = button("Replace", { class: "quiet" }, () => {
      if (this.#removed) this.#keep();
      else this.#replace();
      this.focus();
    });
    this.#back = button("Keep stored", { class: "quiet", "aria-label": `Keep stored: ${options.label}` }, () => {
      this.#sealed = null;
      this.#keep();
      this.focus();
    });
    // Always the same ones.
    this.#dots = element("span", { class: "dots", "aria-hidden": "true" }, "••••••••");
    this.#kept = element("div", { class: "kept" }, this.#dots, this.#what, this.#back, this.#again);
    const place = element("div", { class: "secret" }, this.#input, this.#kept);
    this.#frame = new FieldFrame(options.label, this.#input, options.hint, place);
    this.#frame.describe(this.#again);
    this.#remove =
      options.stored && options.removable
        ? button("Remove", { class: "quiet", "aria-label": `Remove: ${options.label}` }, () => this.#takeAway())
        : null;
    if (this.#remove) this.addButton(this.#remove);
    this.#show(this.#stored ? "kept" : "input");
  }

  get element(): HTMLElement {
    return this.#frame.element;
  }

  /** Puts a button beside it. */
  addButton(button: HTMLButtonElement): void {
    this.#frame.addButton(button);
  }

  /** Called when something was given, or taken back. */
  onChange(changed: () => void): void {
    this.#changed = changed;
  }

  /** Whether something is typed or sealed that is not saved. */
  get given(): boolean {
    return this.#sealed !== null || this.#input.value !== "";
  }

  /** Whether there is a secret, given now or stored. */
  get filled(): boolean {
    return !this.#removed && (this.given || this.#stored);
  }

  /** Whether what the vault holds is to go. */
  get removed(): boolean {
    return this.#removed;
  }

  get label(): string {
    return this.#options.label;
  }

  /** Whether what the vault holds is of no use any more, and nothing is given in its place. */
  get needed(): boolean {
    return this.#lost !== null && !this.given && !this.#removed;
  }

  /** Why it has to be given again, as the end of a sentence after "since"; empty where it does not have to. */
  get since(): string {
    return this.#lost === null ? "" : ` again, since ${this.#lost}`;
  }

  /** Whether something is typed that was not taken. */
  get refused(): boolean {
    return this.#refused !== null;
  }

  /** Says again why it was not taken. */
  failAgain(): void {
    if (this.#refused !== null) this.fail(this.#refused);
  }

  /** What was given, sealed; null when nothing was. */
  async take(): Promise<Sealed | null> {
    this.#seal();
    await this.#sealing;
    return this.#sealed;
  }

  /** Takes a secret from elsewhere, such as a picture; when it cannot be one, says why and keeps nothing. */
  async give(value: string): Promise<void> {
    this.#input.value = value;
    await this.take();
    if (this.#refused === null) return;
    this.#input.value = "";
    this.#refused = null;
    this.#show(this.#stored ? "kept" : "input");
  }

  /** What the vault holds is of no use any more and has to be given again, for this reason; null: it is of use. */
  needAgain(reason: string | null): void {
    if (!this.#options.stored) return;
    const needed = reason !== null;
    this.#lost = reason;
    this.#refused = null;
    if (this.#stored === needed) {
      this.#stored = !needed;
      if (!this.#sealed && !this.#removed) this.#show(this.#stored ? "kept" : "input");
      this.#changed();
    }
    this.clear();
  }

  /** Asks again for what was sealed for a draft that is lost; true when that was so. */
  forget(isLost: (draft: string) => boolean): boolean {
    if (!this.#sealed || !isLost(this.#sealed.draft)) return false;
    this.#sealed = null;
    this.#show(this.#stored ? "kept" : "input");
    this.fail("Give it again: the connection to the vault was lost meanwhile, and only that one could take it.");
    return true;
  }

  /** Back to the help, which is why it has to be given again as long as it has to. */
  clear(): void {
    const { beforeRemoval } = this.#options;
    if (this.#removed && beforeRemoval) this.#frame.warn(beforeRemoval);
    else if (this.#lost !== null && !this.#sealed && !this.#removed) this.#frame.warn(`Give it again: ${this.#lost}`);
    else this.#frame.clear();
  }

  fail(sentence: string): void {
    this.#frame.fail(sentence);
  }

  focus(): void {
    if (this.#kept.inert) this.#input.focus();
    else this.#again.focus();
  }

  /** Goes to where another one can be typed. */
  open(): void {
    this.#replace();
    this.focus();
  }

  #replace(): void {
    this.#show("input");
    if (this.#stored && !this.#sealed) this.#frame.note("Leave this empty to keep what is stored.");
  }

  /** What was sealed stays, so that to keep it brings back what was there. */
  #takeAway(): void {
    this.#input.value = "";
    this.#refused = null;
    this.#removed = true;
    this.clear();
    this.#show("kept");
    this.#again.focus();
    this.#changed();
  }

  #keep(): void {
    this.#removed = false;
    this.clear();
    this.#show(this.#stored || this.#sealed ? "kept" : "input");
    this.#changed();
  }

  #newInput(): HTMLInputElement {
    const input = element("input", {
      type: "password",
      // Neither kept nor filled in: https://html.spec.whatwg.org/#attr-fe-autocomplete-off
      autocomplete: "off",
      spellcheck: "false",
      "aria-required": this.#options.required ? "true" : null,
    });
    input.addEventListener("input", () => {
      this.#refused = null;
      const wrong = this.#options.wrongWhileTyped?.(input.value) ?? null;
      if (wrong === null) this.clear();
      else this.fail(wrong);
      this.#changed();
    });
    input.addEventListener("blur", () => {
      // Another window came to the front, so the field has not been left; or another field is in its place already.
      if (document.activeElement === input || this.#input !== input) return;
      this.#seal();
    });
    return input;
  }

  #seal(): void {
    const value = this.#input.value;
    if (value === "") {
      if (!this.#stored && !this.#sealed) return;
      if (!this.#kept.inert) return;
      this.clear();
      this.#show("kept");
      return;
    }
    this.#refused = this.#options.wrong?.(value) ?? null;
    if (this.#refused !== null) {
      this.#sealed = null;
      this.#show("input");
      this.fail(this.#refused);
      return;
    }
    const doubt = this.#options.doubt?.(value) ?? null;
    const said = this.#options.readBack?.(value) ?? null;
    // A new one, so that neither undoing nor a list of what was typed brings the value back.
    const [old, fresh] = [this.#input, this.#newInput()];
    this.#input = fresh;
    old.value = "";
    old.replaceWith(fresh);
    this.#frame.follow(fresh);
    this.#sealing = this.#options.draft.seal(this.#options.field, value).then(
      (sealed) => {
        this.#sealed = sealed;
        this.#removed = false;
        this.clear();
        if (said !== null) this.#frame.note(said);
        if (doubt !== null) this.#frame.warn(doubt);
        this.#show("kept");
        this.#changed();
      },
      (error: unknown) => {
        this.#show("input");
        this.fail(sentenceOf(error));
      },
    );
    this.#show("kept");
  }

  #show(which: "input" | "kept"): void {
    const given = this.#sealed !== null || !this.#stored;
    this.#what.textContent = this.#removed ? "Removed when you save" : given ? "Not saved yet" : "Stored";
    this.#again.textContent = this.#removed ? "Keep it" : given ? "Type again" : "Replace";
    this.#dots.hidden = this.#removed;
    this.#back.hidden = this.#removed || !this.#stored || this.#sealed === null;
    if (this.#remove) this.#remove.hidden = this.#removed;
    set(this.#again, { "aria-label": `${this.#again.textContent}: ${this.#options.label}` });
    this.#kept.inert = which === "input";
    this.#input.inert = which === "kept";
  }
}
