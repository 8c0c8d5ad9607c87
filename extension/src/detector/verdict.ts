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
  if (signOut) evidence.push("sign-out-control");
  if (signIn) evidence.push("sign-in-link");
  if (page.form !== null && (page.kind === "sign-in" || page.kind === "one-time-code")) {
    const inDialog =
      page.form.fields.values().next().value?.[0]?.closest("dialog,[role=dialog],[aria-modal=true]") ?? null;
    if (inDialog !== null) evidence.push("form-in-dialog");
    return { verdict: signOut && inDialog === null ? "unsure" : "signed-out", evidence };
  }
  if (signOut) return { verdict: "signed-in", evidence };
  if (saysExpired(document)) return { verdict: "signed-out", evidence: [...evidence, "session-expired-notice"] };
  return { verdict: "unsure", evidence };
}

function waysInAndOut(document: Document): { signOut: boolean; signIn: boolean } {
  let signOut = false;
  let signIn = false;
  for (const root of everyRoot(document)) {
    for (const element of root.querySelectorAll<HTMLElement>(
      "a,button,input[type=submit],[role=button],[role=menuitem]",
    )) {
      if (signOut && signIn) return { signOut, signIn };
      if (element.textContent.length > longestCaption * 2) continue;
      const caption = captionOf(element);
      const leads =
        element instanceof HTMLAnchorElement
          ? normalIdentifier(
              (element.getAttribute("href") ?? "")
                .replace(/[?#].*$/, "")
                .split("/")
                .at(-1) ?? "",
            )
          : "";
      // A menu that is folded away still belongs to the page of somebody signed in.
      if (!signOut && (words.signOut(caption) || words.signOut(leads))) signOut = true;
      else if (!signIn && words.signIn(caption) && isVisible(element)) signIn = true;
    }
  }
  return { signOut, signIn };
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
