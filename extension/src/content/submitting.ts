import type { DetectedForm } from "../detector/index.js";
import { sendsSafely } from "../detector/sending.js";
import { pressEnter } from "./typing.js";

/** Submits a form once, and knows when the page did so by itself or refused. */
export class Submitting {
  #submitted = false;
  #refused = false;
  #leaks = false;

  constructor() {
    addEventListener("submit", this.#noteSubmit, { capture: true });
    addEventListener("invalid", this.#noteInvalid, { capture: true });
    addEventListener("submit", this.#refuseLeak);
  }

  /** Whether the last submit would have put the values into an address, or sent them to another site. */
  get leaks(): boolean {
    return this.#leaks;
  }

  /** Whether the form would take a click now. */
  static isReady({ submit }: DetectedForm): boolean {
    return submit === null || !(submit.matches(":disabled") || submit.ariaDisabled === "true");
  }

  /** Whether the page submitted by itself. */
  get happened(): boolean {
    return this.#submitted;
  }

  /** Submits. False: nothing was submitted. */
  submit(form: DetectedForm, field: HTMLInputElement): boolean {
    if (!Submitting.isReady(form)) return false;
    // What the page found invalid while it was being filled may be valid now.
    this.#refused = false;
    if (form.submit) {
      form.submit.click();
    } else if (pressEnter(field) && field.form) {
      field.form.requestSubmit();
      // A form that sends nothing safely by itself may be one whose page has listened to the key.
      if (this.#leaks) [this.#leaks, this.#refused] = [false, false];
    }
    return !this.#refused;
  }

  /** Stops listening. */
  end(): void {
    removeEventListener("submit", this.#noteSubmit, { capture: true });
    removeEventListener("invalid", this.#noteInvalid, { capture: true });
    removeEventListener("submit", this.#refuseLeak);
  }

  readonly #noteSubmit = () => {
    this.#submitted = true;
  };

  readonly #noteInvalid = () => {
    this.#refused = true;
  };

  // Heard last: a page that sends by script has prevented the browser's own way by now.
  readonly #refuseLeak = (event: SubmitEvent) => {
    if (sendsSafely(event, [location.origin])) return;
    event.preventDefault();
    this.#leaks = true;
    this.#refused = true;
    this.#submitted = false;
  };
}
