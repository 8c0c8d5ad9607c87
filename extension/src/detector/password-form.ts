import type { Clue } from "./clues.js";
import { type Field, fixedNameBefore, isNationalId, takesName } from "./fields.js";
import { type Group, withinScope } from "./groups.js";
import type { Finding } from "./kinds.js";
import { bestName, furtherOf, namesOf } from "./names.js";
import type { FieldName, PageKind } from "./report.js";
import { says, weigh } from "./weighing.js";
import * as words from "./words/index.js";

/** A form that is sure to be for signing in counts for more than any other on its page. */
const mostOfOther = 10;

/** Decides what a form with a password is: a stored one belongs only into a sign-in. */
export function passwordForm(
  group: Group,
  fields: readonly Field[],
  passwords: readonly Field[],
  codes: readonly HTMLInputElement[],
  clues: ReadonlySet<Clue>,
): Finding {
  const evidence = ["password-field", ...clues];
  const fresh = passwords.some(isNew);
  const current = passwords.some((field) => field.meaning === "current-password");
  let score = weigh(clues);
  const forMoney = fields.some(isForMoney);
  // One text field before the password is who signs in, whatever it is called ("Name").
  const isName = fields.length === 2 && !forMoney;
  const personal = isName ? 0 : fields.filter((field) => field.meaning === "personal" && !isNationalId(field)).length;
  if (personal > 0) evidence.push("personal-fields");
  score -= Math.min(personal * 2, 6);
  // Who says who they are and agrees to terms makes an account, whatever the button says.
  if (personal > 0 && clues.has("agree-to-terms")) score -= 3;
  if (passwords.length > 1 && !isWithSecondSecret(passwords, clues)) {
    evidence.push("several-passwords");
    const changes = passwords.length > 2 || (current && fresh);
    const kind = changes ? "change-password" : kindOfTwo(clues);
    return { kind, fields: new Map(), evidence, weight: Math.min(Math.abs(score), mostOfOther) };
  }
  const [password] = passwords as [Field];
  score -= furtherFields(fields, password) * 2;
  if (password.naming.autocomplete.includes("current-password")) {
    evidence.push("autocomplete-current-password");
    score += 3;
  }
  if (password.naming.autocomplete.includes("new-password")) {
    evidence.push("autocomplete-new-password");
    score -= 2;
  }
  if (fresh) {
    evidence.push("new-password");
    score -= 6;
  }
  const names = namesOf(fields, password);
  const asksTwice =
    names.some(({ meaning }) => meaning === "email") && names.some(({ meaning }) => meaning === "username");
  if (asksTwice) score -= 2;
  if (score < 0) {
    return {
      kind: kindOfNewPassword(clues, fresh, forMoney),
      fields: new Map(),
      evidence,
      weight: Math.min(-score, mostOfOther),
    };
  }
  const found = new Map<FieldName, readonly HTMLInputElement[]>();
  const name = bestName(names) ?? fixedNameBefore(password.element, withinScope(group, "input"));
  if (name !== undefined) {
    found.set("username", [name.element]);
    evidence.push(name.meaning === "unknown" ? "field-before-password" : `${name.meaning}-field`);
  }
  found.set("password", [password.element]);
  if (codes.length > 0) {
    found.set("one-time-code", codes);
    evidence.push("one-time-code-field");
  }
  const further = [...furtherOf(fields, [name, password]), ...passwords.slice(1).map(({ element }) => element)];
  if (further.length > 0) found.set("further", further);
  // A password asked for again beside the code belongs to the code's step.
  const kind = codes.length > 0 && name === undefined ? "one-time-code" : "sign-in";
  return { kind, fields: found, evidence, weight: 10 + score };
}

/** The number of a gift card has a password too, and is no name. */
function isForMoney(field: Field): boolean {
  const { label, code } = field.naming;
  return (words.otherCode(label) || words.otherCode(code)) && !isNationalId(field);
}

function isNew({ meaning }: Field): boolean {
  return meaning === "new-password" || meaning === "repeated-password";
}

/** Two different secrets at a form that says itself that it signs in: the second is what only the owner has a name for. */
function isWithSecondSecret(passwords: readonly Field[], clues: ReadonlySet<Clue>): boolean {
  if (passwords.length !== 2 || !clues.has("submit-says-sign-in") || says(clues, "sign-up")) return false;
  if (passwords.every(({ meaning }) => meaning === "password")) return true;
  // "Password 2" is what some gateways call the second one, and some sign-ups the same once more.
  const said = clues.has("heading-says-sign-in") || clues.has("form-says-sign-in");
  return said && passwords.every(({ meaning }) => meaning === "password" || meaning === "repeated-password");
}

function kindOfTwo(clues: ReadonlySet<Clue>): PageKind {
  if (says(clues, "change-password")) return "change-password";
  return says(clues, "reset-password") ? "reset-password" : "sign-up";
}

/** What speaks for a password that is no account's of this site. */
const ofSomethingElse: readonly Clue[] = [
  "submit-says-save",
  "submit-says-new-name",
  "heading-says-new-name",
  "offers-to-save",
  "message-box",
  "takes-a-file",
  "as-guest",
  "is-another-password",
  "heading-says-harmful",
];

/** What a form is whose one password is not for signing in. */
function kindOfNewPassword(clues: ReadonlySet<Clue>, fresh: boolean, forMoney: boolean): PageKind {
  if (says(clues, "change-password")) return "change-password";
  if (fresh && says(clues, "reset-password")) return "reset-password";
  const forSomethingElse = forMoney || ofSomethingElse.some((clue) => clues.has(clue));
  return forSomethingElse && !fresh && !says(clues, "sign-up") ? "other" : "sign-up";
}

/** Two fields say who and where, and one may stand behind the password; more of them make an account. */
function furtherFields(fields: readonly Field[], password: Field): number {
  const index = fields.indexOf(password);
  const plain = (field: Field) => takesName(field) || field.meaning === "unknown";
  const before = fields.slice(0, index).filter(plain).length;
  const after = fields.slice(index).filter(plain).length;
  return Math.max(0, before - 2) + Math.max(0, after - 1);
}
