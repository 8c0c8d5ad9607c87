import type { CodeAnswer } from "../../protocol/codes.js";
import { button, element } from "../element.js";
import { copyButton } from "./copy.js";

/** The host says rather a second too few than one too many. */
const graceMilliseconds = 1000;

/** Who gets a code with less time than this has hardly seen it: the next one comes by itself. */
const shortSeconds = 10;

const usedAlready =
  "This code was shown or used before, and most sites take each only once: wait for the next one, which comes by itself.";

const typeIt = "Type it at the site";

/** What to know before a code of a stored key is asked for. */
export const countsAsUsed = "A code that is shown here counts as used: the next sign-in waits for the one after it.";

/** A one-time code with the time that it is valid, and the button that asks for one. Its place is kept before there is one. */
export class CodeDisplay {
  readonly element: HTMLElement;
  readonly #get = button("Get code", { class: "quiet" }, () => void this.#ask());
  readonly #digits = element("output", { class: "digits" });
  readonly #left = element("span", { class: "left" });
  readonly #bar = element("progress", { "aria-hidden": "true", max: 1, value: 0 });
  readonly #note = element("small", { "aria-live": "polite" });
  readonly #copy: HTMLButtonElement;
  readonly #hint: () => string;
  readonly #code: () => Promise<CodeAnswer | null>;
  readonly #why: (error: unknown) => string | null;
  readonly #todo: () => string;
  #shown = "";
  #ticking: ReturnType<typeof setInterval> | undefined;
  /** Counts what was begun, so that an answer to what nobody waits for any more is not shown. */
  #turn = 0;

  /**
   * `hint` says what to do with a code. `code` gets the current one, or null when something else has said why there is
   * none; `why` is what is said here when that fails, or null likewise. `todo` is what to do with the one that is shown.
   */
  constructor(
    hint: () => string,
    code: () => Promise<CodeAnswer | null>,
    why: (error: unknown) => string | null,
    todo: () => string = () => typeIt,
  ) {
    this.#hint = hint;
    this.#code = code;
    this.#why = why;
    this.#todo = todo;
    this.#copy = copyButton("Copy the code", () => this.#shown);
    this.element = element(
      "div",
      { class: "code" },
      element(
        "div",
        { class: "code-row" },
        this.#get,
        this.#digits,
        this.#copy,
        element("div", { class: "code-time" }, this.#bar, this.#left),
      ),
      this.#note,
    );
    this.clear();
  }

  /** Shows none. */
  clear(): void {
    this.#turn++;
    this.#empty();
    this.#say(this.#hint(), "");
    this.#get.removeAttribute("aria-busy");
  }

  async #ask(): Promise<void> {
    const turn = ++this.#turn;
    clearInterval(this.#ticking);
    this.#get.setAttribute("aria-busy", "true");
    try {
      const answer = await this.#code();
      if (turn !== this.#turn) return;
      if (answer) this.#show(answer);
      else this.clear();
    } catch (error) {
      const why = this.#why(error);
      if (turn !== this.#turn) return;
      this.#empty();
      this.#say(why ?? this.#hint(), why === null ? "" : "error");
    } finally {
      if (turn === this.#turn) this.#get.removeAttribute("aria-busy");
    }
  }

  /** Shows a code until it is over; after one that was about to end, or was used before, the next one. */
  #show({ code, secondsLeft, period, usedBefore, clockDoubt }: CodeAnswer): void {
    this.#empty();
    this.#shown = code;
    this.element.classList.add("shown");
    const half = Math.ceil(code.length / 2);
    this.#digits.replaceChildren(element("span", {}, code.slice(0, half)), element("span", {}, code.slice(half)));
    this.#copy.disabled = false;
    const ends = usedBefore || secondsLeft < Math.min(shortSeconds, period / 2);
    const then = ends
      ? `${this.#todo()}; the next one comes by itself.`
      : `${this.#todo()}. For another one, press again when this has expired.`;
    this.#say(clockDoubt ?? (usedBefore ? usedAlready : then), clockDoubt ? "error" : usedBefore ? "doubt" : "");
    this.#countDown(secondsLeft, period, () => {
      if (ends) void this.#ask();
      else this.#expire();
    });
  }

  /** Says in the place of the code that it is over. */
  #expire(): void {
    this.#empty();
    this.element.classList.add("over");
    this.#say("Expired. Press Get code for the current one.", "doubt");
  }

  #countDown(secondsLeft: number, period: number, over: () => void): void {
    const end = performance.now() + secondsLeft * 1000;
    const tick = () => {
      const seconds = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      this.#bar.max = period;
      this.#bar.value = seconds;
      this.#left.textContent = `${seconds} s left`;
      if (performance.now() < end + graceMilliseconds) return;
      clearInterval(this.#ticking);
      over();
    };
    this.#ticking = setInterval(tick, 250);
    tick();
  }

  #empty(): void {
    clearInterval(this.#ticking);
    this.#shown = "";
    this.element.classList.remove("shown", "over");
    this.#digits.replaceChildren();
    this.#left.textContent = "";
    this.#bar.value = 0;
    this.#copy.disabled = true;
  }

  #say(text: string, kind: string): void {
    this.#note.textContent = text;
    this.#note.className = kind;
  }
}
