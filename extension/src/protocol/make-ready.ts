import type { Presentation } from "./presentation.js";

/** The agent is at work at a site where it may have to be signed in. */
export interface MakeReadyRequest {
  readonly origin: string;
  /** How the agent's browser presents itself to the site; null when the page does not say. */
  readonly presentation: Presentation | null;
}

/** For how many milliseconds a sign-in browser is kept ready, from now on; null when none is for this site. */
export interface MakeReadyAnswer {
  readonly keepMilliseconds: number | null;
}
