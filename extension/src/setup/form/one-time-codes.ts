import type { CodeAnswer } from "../../protocol/codes.js";
import { element } from "../element.js";
import { HostRefusal, host, sentenceOf } from "../host.js";
import { CodeDisplay, countsAsUsed } from "../parts/code.js";
import type { Draft, Sealed } from "../sealing.js";
import { doubtAboutKey, wrongWhileTyped, wrongWithKey } from "./authenticator-key.js";
import type { FormPart } from "./field.js";
import { readBack } from "./otpauth-link.js";
import { PictureRefused, readPicture } from "./qr-picture.js";
import { SecretField } from "./secret-field.js";

/** The authenticator key, in any of the ways that a site gives it, and the code that binds it. */
export class OneTimeCodes implements FormPart {
  readonly element: HTMLElement;
  readonly secret: SecretField;
  readonly #code: CodeDisplay;
  readonly #draft: Draft;
  readonly #credential: string | null;
  readonly #drop: HTMLElement;
  /** What is wrong with a picture. */
  readonly #pictureLine = element("small", { class: "error", "aria-live": "polite" });
  /** Whether a code of the key that is given was shown. */
  #codeTaken = false;

  /** `credential` is the one that is changed, when it has a key already. */
  constructor(draft: Draft, credential: string | null) {
    this.#draft = draft;
    this.#credential = credential;
    this.secret = new SecretField({
      label: "Authenticator key",
      hint: "What the site shows when you turn on two-factor sign-in: letters and digits, or an otpauth:// link.",
      field: "totp-seed",
      draft,
      stored: credential !== null,
      removable: true,
      beforeRemoval: "Turn two-factor sign-in off at the site first: nobody can read this key back.",
      wrong: wrongWithKey,
      wrongWhileTyped,
      doubt: doubtAboutKey,
      readBack,
    });
    const file = element("input", { type: "file", accept: "image/*", "aria-label": "Picture of the QR code" });
    file.addEventListener("change", () => {
      const [picture] = file.files ?? [];
      if (picture) void this.#picture(picture);
    });
    // So that the same one can be chosen again.
    file.addEventListener("click", () => {
      file.value = "";
    });
    this.#drop = element(
      "div",
      { class: "drop" },
      element("p", {}, "Or a picture of the QR code: choose it, drop it here, or paste it anywhere on this page."),
      file,
      this.#pictureLine,
    );
    this.#code = new CodeDisplay(
      () =>
        this.#isOfStored
          ? countsAsUsed
          : "The site asks for a code before it turns two-factor sign-in on: get one here and type it there.",
      () => this.#getCode(),
      (error) => this.#sayBesideKey(error),
      () => (this.#isOfStored ? "Type it at the site" : "Type it at the site, then save here"),
    );
    this.element = element("div", { class: "codes" }, this.secret.element, this.#drop, this.#code.element);
    // A code of the key before is none of the one that is typed now, and what is half typed must not be taken for one.
    this.element.addEventListener("input", ({ target }) => {
      this.otherKey();
      // Whoever types a key instead has no use for what was wrong with a picture.
      if (target !== file) this.#pictureLine.textContent = "";
    });
  }

  /** Whether a code was taken of a key that is not saved yet: the site may ask for its codes already. */
  get codeTaken(): boolean {
    return this.#codeTaken;
  }

  /** Takes what was dropped or pasted; false when it was no picture. */
  take(files: FileList | undefined): boolean {
    const picture = [...(files ?? [])].find(({ type }) => type.startsWith("image/"));
    if (!picture) return false;
    void this.#picture(picture);
    return true;
  }

  /** Takes what was dropped. What is no picture is said to be none, as a broken one is. */
  takeDropped(files: FileList): void {
    const [first] = files;
    if (!this.take(files) && first) void this.#picture(first);
  }

  /** Whether a code would be one of the key that the vault holds. */
  get #isOfStored(): boolean {
    return this.#credential !== null && this.secret.filled && !this.secret.given;
  }

  /** Stops what goes on by itself. */
  left(): void {
    this.#code.clear();
  }

  clear(): void {
    this.secret.clear();
  }

  fail(sentence: string): void {
    this.secret.fail(sentence);
  }

  focus(): void {
    this.secret.focus();
  }

  /** Goes to where another key can be typed. */
  open(): void {
    this.secret.open();
  }

  /** Lets go of the code that is shown: it is none of the key that counts now. */
  otherKey(): void {
    this.#code.clear();
    this.#codeTaken = false;
  }

  async #picture(picture: Blob): Promise<void> {
    this.otherKey();
    this.secret.clear();
    this.#pictureLine.textContent = "";
    try {
      await this.secret.give(await readPicture(picture));
    } catch (error) {
      if (!(error instanceof PictureRefused)) throw error;
      this.#pictureLine.textContent = error.message;
    }
  }

  /** The code of the key that was given, or of the stored one; null when there is none, and it is said why. */
  async #getCode(): Promise<CodeAnswer | null> {
    if (this.secret.removed) {
      this.secret.fail("This key is removed when you save: keep it to get a code from it.");
      return null;
    }
    const given = await this.secret.take();
    if (this.secret.refused) this.secret.failAgain();
    else if (given) return this.#draftCode(given);
    else if (this.#credential && this.secret.filled) return host.ask("get-code", { credential: this.#credential });
    else this.secret.fail("Give the key first: the code is made from it.");
    this.secret.focus();
    return null;
  }

  async #draftCode(given: Sealed): Promise<CodeAnswer> {
    const answer = await host.ask("get-draft-code", given);
    this.#codeTaken = true;
    return answer;
  }

  #sayBesideKey(error: unknown): null {
    if (error instanceof HostRefusal && error.code === "draft-unknown") {
      this.#draft.renew();
      this.secret.forget(() => true);
    } else {
      this.secret.fail(sentenceOf(error));
    }
    return null;
  }
}
