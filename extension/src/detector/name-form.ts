import type { Clue } from "./clues.js";
import { type Field, takesName } from "./fields.js";
import type { Finding } from "./kinds.js";
import { bestName } from "./names.js";
import type { PageKind } from "./report.js";
import { says, weigh } from "./weighing.js";
import * as words from "./words/index.js";

/** Without a password field, one of these has to say that signing in goes on from here. */
const invites: readonly Clue[] = [
  "submit-says-sign-in",
  "submit-says-go-on",
  "heading-says-sign-in",
  "form-says-sign-in",
  "title-says-sign-in",
  "link-to-reset-password",
  "sign-in-with-others",
];

/** Decides what a form without a password is: the first step of a sign-in, or something else. */
export function nameForm(fields: readonly Field[], clues: ReadonlySet<Clue>): Finding {
  const names = fields.filter(takesName);
  const evidence: string[] = [...clues];
  const other = (kind: PageKind): Finding => ({ kind, fields: new Map(), evidence, weight: 0 });
  const name = bestName(names);
  if (name === undefined || fields.some((field) => field.meaning === "search")) return other("other");
  if (says(clues, "reset-password") && !clues.has("submit-says-sign-in")) return other("reset-password");
  const personal = fields.filter((field) => field.meaning === "personal").length;
  let score = weigh(clues) - personal * 3 - Math.max(0, fields.length - 2) * 2;
  if (clues.has("submit-says-go-on")) score += 2;
  if (clues.has("sign-in-with-others")) score += 1;
  if (namesAnAccount(name)) {
    evidence.push("names-an-account");
    score += 2;
  } else if (clues.has("text-says-newsletter")) score -= 3;
  if (score < -2) return other(says(clues, "sign-up") ? "sign-up" : "other");
  if (score < 3 || !invites.some((clue) => clues.has(clue))) return other("other");
  evidence.push(`${name.meaning}-field`, "no-password-yet");
  return { kind: "sign-in", fields: new Map([["username", [name.element]]]), evidence, weight: score };
}

/** A mere address may be for a newsletter; a user name, or one thing or another, is for an account. */
function namesAnAccount({ naming: { label, code, autocomplete } }: Field): boolean {
  if (autocomplete.includes("username") || words.username(label) || words.username(code)) return true;
  return words.email(label) && words.phone(label);
}
