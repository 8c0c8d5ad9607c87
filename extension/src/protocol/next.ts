import type { ValueName } from "../detector/index.js";
import type { Pressed } from "../detector/ways-on.js";

/** How a sign-in ended. `code` and `reason` are stable; `sentence` is for a person. */
export interface Outcome {
  readonly code: string;
  readonly sentence: string;
  readonly reason: string | null;
}

/** What the extension does now. The host decides; the extension obeys. */
export interface Next {
  readonly do: "fill" | "press" | "session" | "hand-over" | "watch" | "go" | "return" | "wait" | "ended";
  /** With `fill`: which fields to ask values for; else empty. */
  readonly fields: readonly ValueName[];
  /** With `press`: what; else null. */
  readonly way: Pressed | null;
  /** With `press` of `account`: the account's name; else null. */
  readonly account: string | null;
  /** With `wait`: when to ask the same again. */
  readonly waitMilliseconds: number | null;
  /** With `hand-over`: in how many parts the session comes; else null. */
  readonly parts: number | null;
  /** With `hand-over`: whether all cookies and storage of the session origins are deleted before. */
  readonly clear: boolean;
  /** With `fill`, `press`, `watch`, `go` and `return`: when to report `time-is-up`. */
  readonly boundMilliseconds: number | null;
  /** One plain sentence for the status element. */
  readonly status: string;
  /** With `ended`. */
  readonly outcome: Outcome | null;
  /** With `go`: where a sign-in begins, to go to by GET; else null. */
  readonly goTo: string | null;
  /** With `return` and `hand-over`, and with `ended` when it ended signed in: where to go, by GET; null: stay. */
  readonly returnTo: string | null;
}
