import type { Next } from "./next.js";
import type { Page } from "./page.js";
import type { Presentation } from "./presentation.js";
import type { Seen } from "./seen.js";

/** A signed-out page was seen. */
export interface SignInRequest {
  readonly page: Page;
  readonly seen: Seen;
  /** Where the agent was or wanted to go, or null. */
  readonly wanted: string | null;
  /** How the agent's browser presents itself to the site; null when the page does not say. */
  readonly presentation: Presentation | null;
  /** True when the last answer was `wait`. */
  readonly afterWait: boolean;
}

/** `signIn` names the sign-in in later messages; null when `next.do` is `ended` or `wait`. */
export interface SignInAnswer {
  readonly signIn: string | null;
  readonly next: Next;
}
