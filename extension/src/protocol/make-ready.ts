/** The agent is at work at a site where it may have to be signed in, or about to begin. */
export interface MakeReadyRequest {
  /** The site; null when the browser has just started, and the agent may go anywhere. */
  readonly origin: string | null;
}

/** For how many milliseconds a sign-in browser is kept ready, from now on; null when none is for this site. */
export interface MakeReadyAnswer {
  readonly keepMilliseconds: number | null;
}
