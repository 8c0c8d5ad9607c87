import { confirmsPassword } from "./confirming.js";
import { captionOf, everythingToPress } from "./controls.js";
import { leadsElsewhere } from "./leading.js";
import { normal, normalIdentifier } from "./matching.js";
import { layerOf, signsInAgain } from "./over-the-page.js";
import type { DetectedPage } from "./report.js";
import { shownText } from "./shown-text.js";
import { isVisible } from "./visibility.js";
import { waysOn } from "./ways-on.js";
import * as words from "./words/index.js";

/** Whether the page belongs to somebody who is signed in. */
export type Verdict = "signed-in" | "signed-out" | "unsure";

const longestNotice = 600;
/** Asking a larger page for its text takes longer than it tells. */
const mostElements = 200;
const longestCaption = 40;
/** A step of a sign-in offers little more to press than its ways on; an application has places to go to. */
const mostOfStep = 12;
const endOfSentence = /[.!?。！？।\n]+/;
const shownWithoutWords = "iframe,frame,img,svg,canvas,video,object,embed";

/**
 * Judges a page. `signed-out` needs a form to sign in with, accounts to choose from, or a page that says
 * the session is over; `signed-in` needs a way to sign out and no such form; a mere sign-in link proves neither.
 */
export function judge(
  page: DetectedPage,
  document: Document,
): { readonly verdict: Verdict; readonly evidence: readonly string[] } {
  const { exit, leadsOut, folded, signIn, foldedSignIn } = waysInAndOut(page);
  const signsOut = exit !== null;
  const evidence = [...page.evidence];
  if (signsOut || leadsOut || folded) evidence.push("sign-out-control");
  if (signIn) evidence.push("sign-in-link");
  else if (foldedSignIn && !signsOut && !leadsOut && !folded) evidence.push("folded-sign-in-link");
  const ways = waysOn(document, page);
  for (const way of ways.keys()) evidence.push(`way-on-${way}`);
  if (page.form !== null && (page.kind === "sign-in" || page.kind === "one-time-code")) {
    const asked = [...page.form.fields.keys()];
    // A question may be asked for other reasons too: it counts within a sign-in, and begins none.
    if (asked.every((field) => field === "further")) return { verdict: "unsure", evidence };
    const layer = layerOf(page.form, exit);
    if (layer !== null) evidence.push("form-in-dialog");
    const again = layer !== null && signsInAgain(page.form, layer);
    // Somebody signed in who has to show it once more wants a session that is fresh.
    const confirms = signsOut && confirmsPassword(page.form, document);
    if (confirms) evidence.push("confirms-password");
    if (signsOut && page.kind === "one-time-code" && isSmall(page)) evidence.push("code-and-little-else");
    // "Cancel" on the way in often leads to the same place as "log out".
    return { verdict: signsOut && !again && !confirms ? "unsure" : "signed-out", evidence };
  }
  // A page that asks to prove who one is lets its visitor give up, too.
  if (ways.has("authenticator") || ways.has("other-method")) {
    if (isSmall(page)) return { verdict: "unsure", evidence };
  }
  // A menu that is folded away belongs to somebody signed in, unless the page offers to sign in beside it.
  if (signsOut || leadsOut || (folded && !signIn)) return { verdict: "signed-in", evidence };
  if (ways.has("account")) return { verdict: "signed-out", evidence };
  const text = page.kind === "other" ? shortTextOf(document) : null;
  if (saysExpired(document, text)) return { verdict: "signed-out", evidence: [...evidence, "session-expired-notice"] };
  if (text?.trim() === "" && document.body?.querySelector(shownWithoutWords) === null) evidence.push("shows-nothing");
  return { verdict: "unsure", evidence };
}

/** Whether the page offers no more to press than a step of a sign-in does. */
function isSmall({ roots }: DetectedPage): boolean {
  return countUpTo(everythingToPress(roots), mostOfStep + 1) <= mostOfStep;
}

/** Whether it stands in a list of what has happened: a table whose columns have heads. */
function listsIt(document: Document): boolean {
  return [...document.querySelectorAll("table")].some(
    (table) => table.querySelector("th") !== null && words.sessionExpired(normal(table.textContent)),
  );
}

function countUpTo(all: Iterable<unknown>, most: number): number {
  let count = 0;
  for (const _ of all) if (++count === most) break;
  return count;
}

/** What a page offers to press. */
interface Ways {
  /** The first that is visible and says that it signs out. */
  exit: HTMLElement | null;
  /** A visible link leads to where one is signed out, whatever it says. */
  leadsOut: boolean;
  /** Either of them is there, yet not to be seen. */
  folded: boolean;
  /** Something visible says that it signs in. */
  signIn: boolean;
  /** A link to a sign-in page is there, yet not to be seen: in a narrow window many pages fold all their links away. */
  foldedSignIn: boolean;
}

function waysInAndOut({ roots }: DetectedPage): Ways {
  const ways: Ways = { exit: null, leadsOut: false, folded: false, signIn: false, foldedSignIn: false };
  for (const element of everythingToPress(roots)) {
    if (element.textContent.length > longestCaption * 2) continue;
    const caption = captionOf(element);
    // In some languages one word leaves a session and a mailing list.
    const says = words.signOut(caption) && !words.newsletter(caption);
    if (says || words.signOut(leadsTo(element))) {
      if (!isVisible(element)) ways.folded = true;
      else if (says) return { ...ways, exit: element };
      else ways.leadsOut = true;
    } else if (!ways.signIn && words.signIn(caption) && !words.pastSignIns(caption)) {
      ways.signIn = isVisible(element);
      ways.foldedSignIn ||= !ways.signIn && leadsElsewhere(element);
    }
  }
  for (const form of roots.flatMap((root) => [...root.querySelectorAll<HTMLFormElement>("form[action]")])) {
    // What sends it may be a picture, or anything that a script listens to.
    if (!words.signOut(leadsTo(form))) continue;
    if (isVisible(form)) ways.leadsOut = true;
    else ways.folded = true;
  }
  return ways;
}

/** The last part of the path that a link or form leads to: "/user/logout?x=1" leads to "logout". */
function leadsTo(element: HTMLElement): string {
  const leads = element instanceof HTMLAnchorElement ? "href" : element instanceof HTMLFormElement ? "action" : null;
  const path = leads === null ? "" : (element.getAttribute(leads) ?? "").replace(/[?#].*$/, "");
  return normalIdentifier(path.replace(/\/$/, "").split("/").at(-1) ?? "");
}

/** What a page says that is small; null where it is not. */
function shortTextOf(document: Document): string | null {
  return document.querySelectorAll("body *").length <= mostElements ? shownText(document.body) : null;
}

/**
 * Only a short page that says it, or a notice: an article about sessions does not count, nor what is said beside a form to
 * make an account or to change a password.
 */
function saysExpired(document: Document, text: string | null): boolean {
  if (text !== null && text.length <= longestNotice && saysItIsOver(text) && !listsIt(document)) return true;
  return [...document.querySelectorAll<HTMLElement>("[role=alert],[role=alertdialog],[role=dialog],dialog[open]")].some(
    (notice) => isVisible(notice) && notice.textContent.length <= longestNotice && saysItIsOver(shownText(notice)),
  );
}

/**
 * Whether a sentence or a line says that this session is over, or that one has to sign in here: not what happens when it
 * is over some day, and not what somebody else may do who has signed in.
 */
function saysItIsOver(text: string): boolean {
  if (!words.sessionExpired(normal(text))) return false;
  const saying = text.split(endOfSentence).map(normal).filter(words.sessionExpired);
  // Words that belong together may stand on two lines.
  return saying.length === 0 || saying.some((said) => !words.ifSessionOver(said) && !words.toComment(said));
}
