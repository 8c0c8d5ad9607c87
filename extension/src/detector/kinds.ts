import type { Clue } from "./clues.js";
import { codesOf } from "./codes.js";
import { type Field, takesPassword } from "./fields.js";
import type { Group } from "./groups.js";
import { nameForm } from "./name-form.js";
import { passwordForm } from "./password-form.js";
import type { FieldName, PageKind } from "./report.js";
import * as words from "./words/index.js";

/** What a group is, which of its fields a credential can go into, and why. */
export interface Finding {
  readonly kind: PageKind;
  readonly fields: ReadonlyMap<FieldName, readonly HTMLInputElement[]>;
  readonly evidence: readonly string[];
  /** How sure; compares the forms of one page. */
  readonly weight: number;
}

/** Decides what a group is. */
export function findingOf(group: Group, clues: ReadonlySet<Clue>): Finding {
  const codes = codesOf(group.fields, clues);
  const others = group.fields.filter((field) => !codes.includes(field.element));
  const passwords = others.filter((field) => takesPassword(field) && !isAnswer(field, clues));
  if (passwords.length > 0) return passwordForm(group, others, passwords, codes, clues);
  if (codes.length > 0) return codeForm(others, codes, clues);
  return nameForm(others, clues);
}

/** Where a question is asked, what is typed unseen and not called a password is its answer. */
function isAnswer({ naming: { label, code } }: Field, clues: ReadonlySet<Clue>): boolean {
  return clues.has("heading-says-security-question") && !words.password(label) && !words.password(code);
}

function codeForm(others: readonly Field[], codes: readonly HTMLInputElement[], clues: ReadonlySet<Clue>): Finding {
  const evidence = [codes.length > 1 ? "split-code-boxes" : "one-time-code-field", ...clues];
  const foreign = others.filter((field) => field.meaning !== "search" && field.meaning !== "unknown").length;
  if (clues.has("code-set-up") || foreign > 0)
    return { kind: foreign > 1 ? "sign-up" : "other", fields: new Map(), evidence, weight: 1 };
  return { kind: "one-time-code", fields: new Map([["one-time-code", codes]]), evidence, weight: 3 };
}
