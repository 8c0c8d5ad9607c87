import type { PageEvent, Submission } from "../protocol/report.js";
import type { PageSeen, SignInUnderWay, Submitted } from "./tab-state.js";

const settleMilliseconds = 1_500;

/** How the document looks, for telling whether it changed. */
export function lookOf({ seen }: PageSeen): string {
  return JSON.stringify([seen.verdict, seen.kind, seen.fields, seen.evidence]);
}

/** The values are about to be typed into this document. */
export function submittedTo(page: PageSeen): Submitted {
  return {
    document: page.page.document,
    look: formOf(page),
    at: Date.now(),
    sent: false,
    leaving: false,
    navigated: false,
  };
}

/** A frame of the tab begins to go elsewhere, or does not after all. */
export function noteLeaving(signIn: SignInUnderWay | null, frame: number, leaving: boolean): void {
  if (signIn?.submitted && (frame === 0 || frame === signIn.frame)) signIn.submitted.leaving = leaving;
}

/** How the page took what was submitted, as far as it is known now. */
export function submissionOf(signIn: SignInUnderWay, event: PageEvent): Submission | null {
  const { submitted } = signIn;
  if (!submitted || event === "filled" || event === "not-filled") return null;
  if (submitted.navigated) return "navigated";
  return submitted.sent ? "sent" : "unseen";
}

/**
 * Milliseconds for which it is too early to say what became of the page: it still shows the form that was submitted, no
 * request was seen, and what changed may be no more than the wipe; null when it can be said.
 */
export function tooEarlyBy({ submitted }: SignInUnderWay, now: PageSeen): number | null {
  if (!submitted || submitted.navigated || submitted.sent) return null;
  if (submitted.document !== now.page.document || submitted.look !== formOf(now)) return null;
  const left = submitted.at + settleMilliseconds - Date.now();
  return submitted.leaving || left > 0 ? Math.max(left, 200) : null;
}

function formOf({ seen }: PageSeen): string {
  return JSON.stringify([seen.verdict, seen.kind, seen.fields]);
}
