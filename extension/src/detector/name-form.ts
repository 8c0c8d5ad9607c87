import type { Clue } from "./clues.js";
import { type Field, isNationalId, takesName } from "./fields.js";
import type { Finding } from "./kinds.js";
import { bestName, furtherOf } from "./names.js";
import type { FieldName, PageKind } from "./report.js";
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
  const usual = fields.filter(takesName);
  const names = usual.length > 0 ? usual : fields.filter(isNationalId);
  const evidence: string[] = [...clues];
  const other = (kind: PageKind): Finding => ({ kind, fields: new Map(), evidence, weight: 0 });
  const name = bestName(names);
  const question = questionOf(fields, clues);
  if (question !== undefined) {
    const found = new Map([["further", [question.element]] as const]);
    return { kind: "sign-in", fields: found, evidence: [...evidence, "security-question"], weight: 3 };
  }
  if (name === undefined || clues.has("submit-says-search") || fields.some((field) => field.meaning === "search"))
    return other("other");
  if (says(clues, "reset-password") && !clues.has("submit-says-sign-in")) return other("reset-password");
  const personal = fields.filter((field) => field.meaning === "personal" && field !== name).length;
  let score = weigh(clues) - personal * 3 - Math.max(0, fields.length - 2) * 2;
  if (clues.has("submit-says-go-on")) score += 2;
  if (clues.has("sign-in-with-others")) score += 1;
  // One field for both: whether there is an account shows after it.
  if (clues.has("sign-in-or-sign-up")) score += 3;
  if (namesAnAccount(name)) {
    evidence.push("names-an-account");
    score += 2;
  } else if (clues.has("text-says-newsletter")) score -= 3;
  if (score < -2) return other(says(clues, "sign-up") ? "sign-up" : "other");
  // In German one signs up for a course with the same word.
  const isAlone = invites.filter((clue) => clues.has(clue)).length < 2 && !evidence.includes("names-an-account");
  if (isAlone && clues.has("submit-says-sign-in") && !clues.has("link-to-sign-up")) return other("other");
  if (score < 3 || !invites.some((clue) => clues.has(clue))) return other("other");
  evidence.push(`${name.meaning}-field`, "no-password-yet");
  const found = new Map<FieldName, readonly HTMLInputElement[]>([["username", [name.element]]]);
  const further = furtherOf(fields, [name]);
  if (further.length > 0) found.set("further", further);
  return { kind: "sign-in", fields: found, evidence, weight: score };
}

/** A mere address may be for a newsletter; a user name, or one thing or another, is for an account. */
function namesAnAccount(field: Field): boolean {
  const { label, code, autocomplete } = field.naming;
  if (isNationalId(field)) return true;
  // "The email address of your account" names none.
  const said = words.email(label) ? label.replaceAll(/\baccounts?\b/g, "") : label;
  if (autocomplete.includes("username") || words.username(said) || words.username(code)) return true;
  return words.email(label) && words.phone(label);
}

/** The one field of a page that asks the question agreed on; not where such a question is chosen or an account is made. */
function questionOf(fields: readonly Field[], clues: ReadonlySet<Clue>): Field | undefined {
  const [only] = fields;
  if (fields.length !== 1 || only === undefined || only.meaning === "search") return undefined;
  if (clues.has("further-choices") || says(clues, "sign-up") || clues.has("submit-says-save")) return undefined;
  const asked = words.securityQuestion(only.naming.label) || words.securityQuestion(only.naming.code);
  return asked || clues.has("heading-says-security-question") ? only : undefined;
}
