import type { DetectedPage } from "../detector/index.js";
import { judge } from "../detector/verdict.js";
import { isVisible } from "../detector/visibility.js";
import type { Seen } from "../protocol/seen.js";
import type { Refusals } from "./refusals.js";
import { shownNames } from "./shown-names.js";

const mostEvidence = 32;
const longestEvidence = 64;

/** How the document looks now, as it is told to the worker. `refusals` are codes of what the server refused to it. */
export function look(page: DetectedPage, document: Document, refusals: Refusals): Seen {
  const judged = judge(page, document);
  const verdict =
    judged.verdict === "unsure" && refusals.meanSignedOut(judged.evidence) ? "signed-out" : judged.verdict;
  const evidence = [...judged.evidence, ...refusals.codes()];
  const fillable = page.kind === "sign-in" || page.kind === "one-time-code";
  return {
    verdict,
    kind: page.kind,
    fields: fillable && page.form ? [...page.form.fields.keys()] : [],
    evidence: [...evidence, ...complaints(document)]
      .slice(0, mostEvidence)
      .map((code) => code.slice(0, longestEvidence)),
    names: verdict === "signed-out" ? shownNames(document, page) : [],
  };
}

/** Whether the page complains about something, in whatever language: a form that is still there may say no by that. */
function complaints(document: Document): string[] {
  const found: string[] = [];
  const alerts = [...document.querySelectorAll<HTMLElement>("[role=alert]")];
  if (alerts.some((alert) => alert.textContent.trim() !== "" && isVisible(alert))) found.push("alert");
  if (document.querySelector("input[aria-invalid=true]")) found.push("invalid-field");
  return found;
}
