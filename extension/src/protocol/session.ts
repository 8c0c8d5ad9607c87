import type { Next } from "./next.js";

/** Asks what became of a sign-in in the host's own browser. Held by the host until there is news. */
export interface SessionRequest {
  readonly signIn: string;
}

/** `do` is `session` when the host goes on and only `status` is new, else `hand-over` or `ended`. */
export interface SessionAnswer {
  readonly next: Next;
}

/** Asks for one part of the session. */
export interface SessionPartRequest {
  readonly signIn: string;
  /** From 0. */
  readonly part: number;
}

/** A piece of the session's JSON text, at most 200,000 characters. */
export interface SessionPartAnswer {
  readonly text: string;
}
