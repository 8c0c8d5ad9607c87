import { cluesOf } from "./clues.js";
import { type ControlMeaning, controlsOf } from "./controls.js";
import { fieldsOf } from "./fields.js";
import { type Group, groupsOf } from "./groups.js";
import { findingOf } from "./kinds.js";
import type { DetectedForm, DetectedPage, PageKind } from "./report.js";
import { everyRoot } from "./roots.js";
import { submitOf } from "./submit.js";

export type { DetectedForm, DetectedPage, FieldName, PageKind, ValueName } from "./report.js";

/**
 * Says what a document is and where its fields are. Reads no value and changes nothing.
 * Looks at this document and its open shadow roots, not into frames.
 */
export function detect(document: Document): DetectedPage {
  const roots = everyRoot(document);
  let best: DetectedForm | null = null;
  let most = -1;
  for (const group of groupsOf(fieldsOf(roots), roots)) {
    const { form, weight } = formOf(group);
    if (weight > most) {
      best = form;
      most = weight;
    }
  }
  if (best === null) return { kind: "other", form: null, evidence: ["no-fields"], roots };
  return { kind: best.kind, form: best.kind === "other" ? null : best, evidence: best.evidence, roots };
}

function formOf(group: Group): { form: DetectedForm; weight: number } {
  const controls = controlsOf(group);
  const { kind, fields, evidence, weight } = findingOf(group, cluesOf(group, controls));
  const submit = submitOf(group, controls, wantedOf(kind))?.element ?? null;
  return { form: { kind, fields, group, submit, evidence }, weight };
}

function wantedOf(kind: PageKind): ControlMeaning | undefined {
  switch (kind) {
    case "sign-in":
    case "one-time-code":
      return "sign-in";
    case "other":
      return undefined;
    default:
      return kind;
  }
}
