import type { VerificationStep } from "../../protocol/verification.js";
import { element, set } from "../element.js";
import { sentenceText } from "./site-text.js";
import { seconds } from "./times.js";

const refused = "The site refused this code. The next one is tried.";

/** One step of a verification: a sign for how it stands with it, what is done, and its own time. */
export class VerificationStepRow {
  readonly element: HTMLLIElement;
  readonly #icon = element("span", { class: "icon", "aria-hidden": "true" });
  readonly #time = element("span", { class: "time" });
  /** Milliseconds of `performance.now()`. */
  readonly #began = performance.now();
  #running = true;

  constructor(sentence: string) {
    this.element = element(
      "li",
      { class: "running" },
      this.#icon,
      element("span", {}, ...sentenceText(sentence)),
      this.#time,
    );
    this.tick();
  }

  /** Shows how it stands with it; `why` is the reason when it failed. */
  show({ state, milliseconds }: Pick<VerificationStep, "state" | "milliseconds">, why: string | null): void {
    if (!this.#running || state === "running") return;
    this.#running = false;
    set(this.element, { class: state });
    this.#icon.textContent = state === "done" ? "✓" : "✗";
    const took = milliseconds === null ? "" : seconds(milliseconds);
    this.#time.textContent = state === "done" ? `done in ${took}` : took ? `${state} after ${took}` : state;
    const said = state === "refused" ? refused : state === "failed" ? why : null;
    if (said !== null) this.element.append(element("span", { class: "why" }, ...sentenceText(said)));
  }

  /** Shows the time that passes while it goes on. */
  tick(): void {
    if (this.#running) this.#time.textContent = `running, ${seconds(performance.now() - this.#began)}`;
  }
}
