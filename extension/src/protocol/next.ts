import type { FieldName } from "../detector/index.js";

/** How a sign-in ended. `code` and `reason` are stable; `sentence` is for a person. */
export interface Outcome {
  readonly code: string;
  readonly sentence: string;
  readonly reason: string | null;
}

/** What the extension does now. The host decides; the extension obeys. */
export interface Next {
  readonly do: "fill" | "watch" | "wait" | "ended";
  /** With `fill`: which fields to ask values for; else empty. */
  readonly fields: readonly FieldName[];
  /** With `wait`: when to ask the same again. */
  readonly waitMilliseconds: number | null;
  /** With `fill` and `watch`: when to report `time-is-up`. */
  readonly boundMilliseconds: number | null;
  /** One plain sentence for the status element. */
  readonly status: string;
  /** With `ended`. */
  readonly outcome: Outcome | null;
  /** With `ended` and `signed-in`: where to go back to, by GET; null: stay. */
  readonly returnTo: string | null;
}
