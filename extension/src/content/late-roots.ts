import type { Root } from "../detector/roots.js";
import { Alarm } from "./pause.js";

const soonestMilliseconds = 100;
/** Each wait is twice as long as the one before; some 25 seconds in all. */
const mostTimes = 8;
/** A framework's own tags are never defined, and a page may have many. */
const mostElements = 64;

/**
 * Waits for elements that the page uses before it has loaded what they are. They get a shadow root then, and no observer
 * tells of it (https://html.spec.whatwg.org/multipage/custom-elements.html#upgrades).
 */
export class LateRoots {
  readonly #alarm = new Alarm(() => this.#check());
  #elements: readonly Element[] = [];
  #times = 0;

  /** `came` is called when there is such a root. */
  constructor(private readonly came: () => void) {}

  /** Waits for the elements in these roots that are not defined yet, and no longer for those of before. */
  await(roots: readonly Root[]): void {
    const undefinedYet = roots.flatMap((root) => [...root.querySelectorAll(":not(:defined)")]);
    this.#elements = undefinedYet.filter(({ shadowRoot }) => shadowRoot === null).slice(0, mostElements);
    this.#times = 0;
    this.#wait();
  }

  /** Waits for none any more. */
  stop(): void {
    this.#alarm.clear();
  }

  #wait(): void {
    this.#alarm.clear();
    if (this.#elements.length > 0 && this.#times < mostTimes) this.#alarm.set(soonestMilliseconds * 2 ** this.#times++);
  }

  #check(): void {
    if (this.#elements.some(({ shadowRoot }) => shadowRoot !== null)) this.came();
    else this.#wait();
  }
}
