import type { PageEvent, Submission } from "../protocol/report.js";
import type { PageSeen, SignInUnderWay, Submitted } from "./tab-state.js";

const settleMilliseconds = 1_500;
const answeredMilliseconds = 400;
const againMilliseconds = 200;
/** A large application may load for seconds after a right password, and show the form until it is there. */
const unchangedMilliseconds = 8_000;

/** How the document looks, for telling whether it changed. One that shows something at last has only been loading. */
export function lookOf({ seen }: PageSeen): string {
  return JSON.stringify([
    seen.verdict,
    seen.kind,
    seen.fields,
    seen.evidence.filter((code) => code !== "shows-nothing"),
  ]);
}

/** The values are about to be typed into this document. */
export function submittedTo(page: PageSeen): Submitted {
  return {
    document: page.page.document,
    look: formOf(page),
    at: Date.now(),
    sent: false,
    answer: null,
    leaving: false,
    unchangedTold: false,
    followed: null,
  };
}

/** A frame of the tab begins to go elsewhere, or does not after all. */
export function noteLeaving(signIn: SignInUnderWay | null, frame: number, leaving: boolean): void {
  if (signIn?.submitted && (frame === 0 || frame === signIn.frame)) signIn.submitted.leaving = leaving;
}

/** A new document is in the place of the one of the sign-in, or of one above it. */
export function noteFollowed(signIn: SignInUnderWay, fromOutside: boolean): void {
  if (signIn.submitted) signIn.submitted.followed ??= fromOutside ? "from-outside" : "by-page";
  if (fromOutside) signIn.agentMoved = true;
}

/** How the page took what was submitted, as far as it is known now. */
export function submissionOf(signIn: SignInUnderWay, event: PageEvent): Submission | null {
  const { submitted } = signIn;
  if (!submitted || event === "filled" || event === "not-filled") return null;
  // Who goes elsewhere meanwhile ends what was on its way: nothing can be said of what the site would have answered.
  if (submitted.followed === "from-outside") return "interrupted";
  // Nor where the page itself left before it had an answer to what it had sent: what it has become says nothing of that.
  if (submitted.followed === "by-page" && submitted.answer?.status === 0) return "interrupted";
  const status = submitted.answer?.status ?? 0;
  if (isFailure(status)) return "failed";
  if (isRefusal(status)) return "refused";
  if (submitted.followed === "by-page") return "navigated";
  return submitted.sent ? "sent" : "unseen";
}

/**
 * Milliseconds for which it is too early to say what became of the page: it still shows the form that was submitted, and
 * what changed may be no more than the wipe. Null when it can be said.
 */
export function tooEarlyBy({ submitted }: SignInUnderWay, now: PageSeen): number | null {
  if (!submitted || submitted.followed !== null) return null;
  if (submitted.document !== now.page.document || submitted.look !== formOf(now)) return null;
  if (submitted.leaving || (submitted.sent && !submitted.answer)) return againMilliseconds;
  const ripe = submitted.answer ? submitted.answer.at + answeredMilliseconds : submitted.at + settleMilliseconds;
  return ripe > Date.now() ? ripe - Date.now() : null;
}

/**
 * Milliseconds until the form that was submitted, and was answered and has not changed at all, says no by that: a page
 * may complain in words that nothing marks. Null when it says nothing, or the host was told already.
 */
export function unchangedIn({ submitted }: SignInUnderWay, now: PageSeen): number | null {
  if (!submitted?.answer || submitted.unchangedTold || submitted.leaving || submitted.followed !== null) return null;
  if (submitted.document !== now.page.document || submitted.look !== formOf(now)) return null;
  return Math.max(0, submitted.answer.at + unchangedMilliseconds - Date.now());
}

/** The document as it was seen, with what the server answered to what was submitted there, when it refused it. */
export function withAnswer({ submitted }: SignInUnderWay, now: PageSeen): PageSeen {
  const status = submitted?.document === now.page.document ? (submitted.answer?.status ?? 0) : 0;
  if (status < 400) return now;
  return { ...now, seen: { ...now.seen, evidence: [`answered-${status}`, ...now.seen.evidence].slice(0, 32) } };
}

/** The site could not take it: too many requests (RFC 6585 section 4), or an error of its own (RFC 9110 section 15.6). */
function isFailure(status: number): boolean {
  return status === 429 || status >= 500;
}

/** The site refused it (RFC 9110 sections 15.5.2 and 15.5.4). */
function isRefusal(status: number): boolean {
  return status === 401 || status === 403;
}

function formOf({ seen }: PageSeen): string {
  return JSON.stringify([seen.verdict, seen.kind, seen.fields]);
}
