import type { CodeAnswer } from "../../protocol/codes.js";
import { button, element } from "../element.js";
import { copyButton } from "./copy.js";

/** A one-time code with the time that it is valid, and the button that asks for one. Its place is kept before there is one. */
export class CodeDisplay {
  readonly element: HTMLElement;
  readonly #get = button("Get code", { class: "quiet" }, () => void this.#ask());
  readonly #digits = element("output", { class: "digits" });
  readonly #left = element("span", { class: "left" });
  readonly #bar = element("progress", { "aria-hidden": "true", max: 1, value: 0 });
  readonly #note = element("small", { "aria-live": "polite" });
  readonly #copy: HTMLButtonElement;
  readonly #hint: string;
  readonly #code: () => Promise<CodeAnswer | null>;
  readonly #why: (error: unknown) => string | null;
  #shown = "";
  #ticking: ReturnType<typeof setInterval> | undefined;
  /** Counts what was begun, so that an answer to what nobody waits for any more is not shown. */
  #turn = 0;

  /**
   * `hint` says what to do with a code. `code` gets the current one, or null when something else has said why there is
   * none; `why` is what is said here when that fails, or null likewise.
   */
  constructor(hint: string, code: () => Promise<CodeAnswer | null>, why: (error: unknown) => string | null) {
    this.#hint = hint;
    this.#code = code;
    this.#why = why;
    this.#copy = copyButton("Copy the code", () => this.#shown);
    this.element = element(
      "div",
      { class: "code" },
      element("div", { class: "code-row" }, this.#get, this.#digits, this.#copy, this.#left),
      this.#bar,
      this.#note,
    );
    this.clear();
  }

  /** Shows none. */
  clear(): void {
    this.#turn++;
    this.#empty();
    this.#get.removeAttribute("aria-busy");
  }

  async #ask(): Promise<void> {
    this.clear();
    const turn = this.#turn;
    this.#get.setAttribute("aria-busy", "true");
    try {
      const answer = await this.#code();
      if (turn !== this.#turn) return;
      if (answer?.code) this.#show(answer.code, answer);
      else if (answer) this.#wait(answer);
    } catch (error) {
      const why = this.#why(error);
      if (turn === this.#turn && why !== null) this.#say(why, "error");
    } finally {
      if (turn === this.#turn) this.#get.removeAttribute("aria-busy");
    }
  }

  /** Shows a code until it is over. */
  #show(code: string, { secondsLeft, period, usedBefore, clockDoubt }: CodeAnswer): void {
    this.#shown = code;
    this.element.classList.add("shown");
    const half = Math.ceil(code.length / 2);
    this.#digits.replaceChildren(element("span", {}, code.slice(0, half)), element("span", {}, code.slice(half)));
    this.#copy.disabled = false;
    const used = usedBefore
      ? "This code was shown or used before: a site that takes each only once refuses it now. "
      : "";
    this.#say(clockDoubt ?? `${used}Type it at the site.`, clockDoubt ? "error" : usedBefore ? "doubt" : "");
    this.#countDown(secondsLeft, period, "s left", () => {
      this.clear();
      this.#say("That code is over. Get code gives the current one.", "");
    });
  }

  /** The current one is about to end: nobody has to hurry, the next one comes by itself. */
  #wait({ secondsLeft, period }: CodeAnswer): void {
    this.element.classList.add("waiting");
    this.#say("The current code is about to end. The next one comes by itself.", "");
    this.#countDown(secondsLeft, period, "s until the next code", () => void this.#ask());
  }

  #countDown(secondsLeft: number, period: number, what: string, over: () => void): void {
    const end = performance.now() + secondsLeft * 1000;
    const tick = () => {
      const seconds = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      this.#bar.max = period;
      this.#bar.value = seconds;
      this.#left.textContent = `${seconds} ${what}`;
      if (seconds === 0) over();
    };
    this.#ticking = setInterval(tick, 250);
    tick();
  }

  #empty(): void {
    clearInterval(this.#ticking);
    this.#shown = "";
    this.element.classList.remove("shown", "waiting");
    this.#digits.replaceChildren();
    this.#left.textContent = "";
    this.#bar.value = 0;
    this.#copy.disabled = true;
    this.#say(this.#hint, "");
  }

  #say(text: string, kind: string): void {
    this.#note.textContent = text;
    this.#note.className = kind;
  }
}
