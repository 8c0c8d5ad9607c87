/** Content script to worker: answer after this time. A page's own timers come late where nobody looks at it. */
export interface PauseMessage {
  readonly type: "pause";
  readonly milliseconds: number;
}

/** The longest pause; nothing in a page waits longer for its next look. */
export const longestPauseMilliseconds = 5_000;

/** Narrows what `runtime.onMessage` brings. */
export function isPause(message: unknown): message is PauseMessage {
  return (
    typeof message === "object" &&
    message !== null &&
    "type" in message &&
    message.type === "pause" &&
    "milliseconds" in message &&
    typeof message.milliseconds === "number" &&
    message.milliseconds >= 0 &&
    message.milliseconds <= longestPauseMilliseconds
  );
}
