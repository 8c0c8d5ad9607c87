import { detect } from "../detector/index.js";
import { judge } from "../detector/verdict.js";
import type { Seen } from "../protocol/seen.js";

const mostEvidence = 32;
const longestEvidence = 64;

/** How the document looks now, as it is told to the worker. */
export function look(document: Document): Seen {
  const page = detect(document);
  const { verdict, evidence } = judge(page, document);
  const fillable = page.kind === "sign-in" || page.kind === "one-time-code";
  return {
    verdict,
    kind: page.kind,
    fields: fillable && page.form ? [...page.form.fields.keys()] : [],
    evidence: evidence.slice(0, mostEvidence).map((code) => code.slice(0, longestEvidence)),
  };
}
