import { captionOf } from "./controls.js";
import { normal, normalIdentifier } from "./matching.js";
import type { DetectedPage } from "./report.js";
import { everyRoot } from "./roots.js";
import { isVisible } from "./visibility.js";
import * as words from "./words.js";

/** Whether the page belongs to somebody who is signed in. */
export type Verdict = "signed-in" | "signed-out" | "unsure";

const longestNotice = 600;
/** Asking a larger page for its text takes longer than it tells. */
const mostElements = 200;
const longestCaption = 40;

/**
 * Judges a page. `signed-out` needs a form to sign in with, or a page that says the session is
 * over; `signed-in` needs a way to sign out and no such form; a mere sign-in link proves neither.
 */
export function judge(
  page: DetectedPage,
  document: Document,
): { readonly verdict: Verdict; readonly evidence: readonly string[] } {
  const { signOut, signIn } = waysInAndOut(document);
  const evidence = [...page.evidence];
  if (signOut !== "nowhere") evidence.push("sign-out-control");
  if (signIn) evidence.push("sign-in-link");
  if (page.form !== null && (page.kind === "sign-in" || page.kind === "one-time-code")) {
    const [field] = page.form.fields.values().next().value ?? [];
    const inDialog = field?.closest("dialog,[role=dialog],[aria-modal=true]") ?? null;
    if (inDialog !== null) evidence.push("form-in-dialog");
    return { verdict: signOut === "visible" && inDialog === null ? "unsure" : "signed-out", evidence };
  }
  // A menu that is folded away belongs to somebody signed in, unless the page offers to sign in beside it.
  if (signOut === "visible" || (signOut === "folded" && !signIn)) return { verdict: "signed-in", evidence };
  if (saysExpired(document)) return { verdict: "signed-out", evidence: [...evidence, "session-expired-notice"] };
  return { verdict: "unsure", evidence };
}

const controls = "a,button,input[type=submit],[role=button],[role=menuitem]";

function waysInAndOut(document: Document): { signOut: "visible" | "folded" | "nowhere"; signIn: boolean } {
  let signOut: "visible" | "folded" | "nowhere" = "nowhere";
  let signIn = false;
  for (const root of everyRoot(document)) {
    for (const element of root.querySelectorAll<HTMLElement>(controls)) {
      if (element.textContent.length > longestCaption * 2) continue;
      const caption = captionOf(element);
      if (words.signOut(caption) || words.signOut(leadsTo(element))) {
        if (isVisible(element)) return { signOut: "visible", signIn };
        signOut = "folded";
      } else if (!signIn && words.signIn(caption)) {
        signIn = isVisible(element);
      }
    }
  }
  return { signOut, signIn };
}

/** The last part of a link's path: "/user/logout?x=1" leads to "logout". */
function leadsTo(element: HTMLElement): string {
  if (!(element instanceof HTMLAnchorElement)) return "";
  const path = (element.getAttribute("href") ?? "").replace(/[?#].*$/, "");
  return normalIdentifier(path.split("/").at(-1) ?? "");
}

/** Only a short page that says it, or a notice: an article about sessions does not count. */
function saysExpired(document: Document): boolean {
  if (document.querySelectorAll("body *").length <= mostElements) {
    const text = document.body?.innerText ?? "";
    if (text.length <= longestNotice && words.sessionExpired(normal(text))) return true;
  }
  return [...document.querySelectorAll<HTMLElement>("[role=alert],[role=alertdialog],[role=dialog],dialog[open]")].some(
    (notice) =>
      isVisible(notice) &&
      notice.textContent.length <= longestNotice &&
      words.sessionExpired(normal(notice.textContent)),
  );
}
