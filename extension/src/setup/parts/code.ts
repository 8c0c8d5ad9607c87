import type { CodeAnswer } from "../../protocol/codes.js";
import { element } from "../element.js";
import { copyButton } from "./copy.js";

/** A one-time code with the time that it is valid. Its place is kept before there is one. */
export class CodeDisplay {
  readonly element: HTMLElement;
  readonly #digits = element("output", { class: "digits" });
  readonly #left = element("span", { class: "left" });
  readonly #bar = element("progress", { "aria-hidden": "true", max: 1, value: 0 });
  readonly #note = element("small", { "aria-live": "polite" });
  readonly #copy: HTMLButtonElement;
  readonly #hint: string;
  #code = "";
  #ticking: ReturnType<typeof setInterval> | undefined;

  /** `get` is the button that asks for a code, `hint` what to do with one. */
  constructor(get: HTMLButtonElement, hint: string) {
    this.#hint = hint;
    this.#copy = copyButton("Copy the code", () => this.#code);
    this.element = element(
      "div",
      { class: "code" },
      element("div", { class: "code-row" }, get, this.#digits, this.#copy, this.#left),
      this.#bar,
      this.#note,
    );
    this.clear();
  }

  /** Shows a code until it is over. */
  show({ code, secondsLeft, period, usedBefore, clockDoubt }: CodeAnswer): void {
    this.clear();
    this.#code = code;
    this.element.classList.add("shown");
    const half = Math.ceil(code.length / 2);
    this.#digits.replaceChildren(element("span", {}, code.slice(0, half)), element("span", {}, code.slice(half)));
    this.#copy.disabled = false;
    const end = performance.now() + secondsLeft * 1000;
    const used = usedBefore
      ? "This code was shown or used before: a site that takes each only once refuses it now. "
      : "";
    this.#say(clockDoubt ?? `${used}Type it at the site.`, clockDoubt ? "error" : usedBefore ? "doubt" : "");
    const tick = () => {
      const seconds = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      this.#bar.max = period;
      this.#bar.value = seconds;
      this.#left.textContent = `${seconds} s left`;
      if (seconds === 0) {
        this.clear();
        this.#say("That code is over. Get code gives the current one.", "");
      }
    };
    this.#ticking = setInterval(tick, 250);
    tick();
  }

  /** Shows none. */
  clear(): void {
    clearInterval(this.#ticking);
    this.#code = "";
    this.element.classList.remove("shown");
    this.#digits.replaceChildren();
    this.#left.textContent = "";
    this.#bar.value = 0;
    this.#copy.disabled = true;
    this.#say(this.#hint, "");
  }

  /** Says why there is none. */
  fail(sentence: string): void {
    this.#say(sentence, "error");
  }

  #say(text: string, kind: string): void {
    this.#note.textContent = text;
    this.#note.className = kind;
  }
}
