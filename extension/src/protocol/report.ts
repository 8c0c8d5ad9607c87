import type { Next } from "./next.js";
import type { Page } from "./page.js";
import type { Seen } from "./seen.js";

/** What happened to the page of a sign-in. */
export type PageEvent = "page-changed" | "filled" | "not-filled" | "handed-over" | "time-is-up" | "tab-closed";

/** How the page took what was submitted. */
export type Submission = "navigated" | "sent" | "unseen" | "failed" | "refused" | "interrupted";

/** What the page of a sign-in became. */
export interface ReportRequest {
  readonly signIn: string;
  readonly page: Page;
  readonly seen: Seen;
  readonly event: PageEvent;
  /** Null when nothing was submitted, and with `filled`, when it is not known yet. */
  readonly submission: Submission | null;
}

/** What to do now. */
export interface ReportAnswer {
  readonly next: Next;
}
