import { longestPauseMilliseconds, type PauseMessage } from "../messages/pause.js";

/**
 * Rings once after a time. In a tab that nobody looks at, a page's own timers come up to a second late, and after five
 * minutes up to a minute (https://developer.chrome.com/blog/timer-throttling-in-chrome-88), and an agent may well work in
 * one. There the worker counts too.
 */
export class Alarm {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(private readonly rings: () => void) {}

  /** Sets it, so many milliseconds from now; one that was set before does not ring. */
  set(milliseconds: number): void {
    this.clear();
    const turn = this.#turn;
    this.#timer = setTimeout(() => this.#ring(turn), milliseconds);
    // After an update of the extension there is no worker to ask.
    if (!document.hidden || !chrome.runtime?.id) return;
    const message: PauseMessage = { type: "pause", milliseconds: Math.min(milliseconds, longestPauseMilliseconds) };
    chrome.runtime.sendMessage(message).then(
      () => this.#ring(turn),
      // Without the worker, the page's own timer is left.
      () => undefined,
    );
  }

  /** It does not ring. */
  clear(): void {
    this.#turn++;
    clearTimeout(this.#timer);
  }

  #ring(turn: number): void {
    if (turn !== this.#turn) return;
    this.clear();
    this.rings();
  }
}

/** Resolves after so many milliseconds, as an {@link Alarm} rings. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => new Alarm(resolve).set(milliseconds));
}
