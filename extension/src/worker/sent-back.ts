import type { AnswerOrder } from "../messages/orders.js";
import type { Seen } from "../protocol/seen.js";
import { type AgentPlace, isFetched } from "./agent-place.js";
import { settlingMilliseconds } from "./hand-over/settling.js";
import type { PageSeen, SignInUnderWay } from "./tab-state.js";
import { isSignInAddress } from "./threshold.js";

const mostEvidence = 32;
/** A large application may load for seconds before it shows anything. */
const blankMilliseconds = 8_000;

/** A page was sent from one address to another, to see whether that one is open now. */
export interface SentBack {
  readonly from: string;
  readonly to: string;
  /** Whether that other address had asked to sign in. */
  readonly asked: boolean;
}

/**
 * The document in which the site has led the page back to where its agent was, after something was submitted: it need not
 * be sent there then, nor called back from where its agent goes on to. Null when there is none.
 */
export function backIn(signIn: SignInUnderWay, { page, seen, address }: PageSeen, place: AgentPlace): string | null {
  const { wanted, submitted, backIn } = signIn;
  if (page.frame !== 0) return backIn;
  const isThere = address === wanted.address && seen.verdict !== "signed-out";
  if (backIn === null) {
    const isNew = submitted?.followed === "by-page" && submitted.document !== page.document;
    return isThere && isNew && isFetched(place) ? page.document : null;
  }
  // A page that moves itself on was not there to stay; one that follows a link is where its agent has gone.
  const movedItself = page.document === backIn || place.arrival?.led === true;
  return isThere || !movedItself ? backIn : null;
}

/** Whether a page is where it was to be: at that address, or, sent there, at one to whose query the page has added something. */
export function isAt(address: string | undefined, wanted: string | null, sentBack: SentBack | null): boolean {
  if (address === undefined || wanted === null) return false;
  if (address === wanted) return true;
  if (sentBack?.to !== wanted || placeOf(address) !== placeOf(wanted)) return false;
  const [there, asked] = [new URL(address), new URL(wanted)];
  return (
    there.hash === asked.hash && [...asked.searchParams].every(([name, value]) => there.searchParams.has(name, value))
  );
}

/** Whether two addresses differ in query and fragment at most. */
export function isSamePlace(address: string, other: string | null): boolean {
  return other !== null && placeOf(address) === placeOf(other);
}

/**
 * Milliseconds for which it is too early to say what a page that was sent back became: a form, or the session, may be
 * found late. Null when it can be said.
 */
export function arrivesIn(sentBack: SentBack | null, { page, seen, at }: PageSeen): number | null {
  if (!sentBack || page.frame !== 0) return null;
  const settling = showsNothing(seen) ? blankMilliseconds : settlingMilliseconds[seen.verdict];
  const left = at + settling - Date.now();
  return left > 0 ? left : null;
}

/** Whether there is nothing to be seen yet. */
export function showsNothing({ evidence }: Seen): boolean {
  return evidence.includes("shows-nothing");
}

/** What is told of a page after that. */
export async function seenAfter(sentBack: SentBack | null, now: PageSeen): Promise<Seen> {
  const { page, seen } = now;
  if (!sentBack || page.frame !== 0) return seen;
  if (isLedBack(sentBack, now)) return withEvidence(seen, "led-back");
  return (await asksNoMore(sentBack, now)) ? withEvidence(seen, "asks-no-more") : seen;
}

/**
 * A page that is again where the sign-in had stopped has been led there by its site, which lets nobody past that step; a
 * first page may lead anywhere.
 */
function isLedBack({ from, to }: SentBack, { address }: PageSeen): boolean {
  const there = placeOf(address);
  return there === placeOf(from) && !isIn(there, placeOf(to)) && new URL(to).pathname !== "/";
}

/** Whether a place is the one that was asked for, or below it: an application leads on from its own address to its first view. */
function isIn(there: string, asked: string): boolean {
  return `${there}/`.startsWith(`${asked.replace(/\/$/, "")}/`);
}

/** Where one had to sign in, something is shown now that neither asks nor offers to: whoever sees that is in. */
async function asksNoMore({ asked }: SentBack, { page, seen, address }: PageSeen): Promise<boolean> {
  if (!asked || seen.verdict !== "unsure" || seen.fields.length > 0) return false;
  if (seen.evidence.includes("sign-in-link") || isSignInAddress(address)) return false;
  const order: AnswerOrder = { type: "answer" };
  const { tab, document: documentId } = page;
  const answer: unknown = await chrome.tabs.sendMessage(tab, order, { documentId }).catch(() => false);
  return answer === true;
}

/** The same, with one code more of why. */
export function withEvidence(seen: Seen, code: string): Seen {
  return { ...seen, evidence: [...seen.evidence.slice(0, mostEvidence - 1), code] };
}

function placeOf(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}
