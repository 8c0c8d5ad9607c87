import type { Clue } from "./clues.js";
import { codesOf } from "./codes.js";
import { type Field, takesName, takesPassword } from "./fields.js";
import type { Group } from "./groups.js";
import type { FieldName, PageKind } from "./report.js";
import * as words from "./words.js";

/** What a group is, which of its fields a credential can go into, and why. */
export interface Finding {
  readonly kind: PageKind;
  readonly fields: ReadonlyMap<FieldName, readonly HTMLInputElement[]>;
  readonly evidence: readonly string[];
  /** How sure; compares the forms of one page. */
  readonly weight: number;
}

/** What speaks for signing in (positive) or for an account that is yet to be made (negative). */
const weights: Partial<Record<Clue, number>> = {
  "submit-says-sign-in": 5,
  "heading-says-sign-in": 2,
  "form-says-sign-in": 2,
  "title-says-sign-in": 1,
  "link-to-reset-password": 3,
  "remember-me": 3,
  "link-to-sign-up": 1,
  "submit-says-sign-up": -5,
  "heading-says-sign-up": -3,
  "form-says-sign-up": -2,
  "title-says-sign-up": -1,
  "submit-says-save": -5,
  "submit-says-newsletter": -6,
  "heading-says-newsletter": -3,
  "form-says-newsletter": -3,
  "link-to-sign-in": -1,
  "as-guest": -6,
  "message-box": -5,
  "agree-to-terms": -2,
  "further-choices": -2,
};

/** Decides what a group is. */
export function findingOf(group: Group, clues: ReadonlySet<Clue>): Finding {
  const codes = codesOf(group.fields, clues);
  const others = group.fields.filter((field) => !codes.includes(field.element));
  const passwords = others.filter(takesPassword);
  if (passwords.length > 0) return withPassword(others, passwords, codes, clues);
  if (codes.length > 0) return codeOnly(others, codes, clues);
  return nameOnly(others, clues);
}

function withPassword(
  fields: readonly Field[],
  passwords: readonly Field[],
  codes: readonly HTMLInputElement[],
  clues: ReadonlySet<Clue>,
): Finding {
  const evidence = ["password-field", ...clues];
  const fresh = passwords.filter((field) => field.meaning === "new-password" || field.meaning === "repeated-password");
  const current = passwords.some((field) => field.meaning === "current-password");
  let score = sum(clues);
  // One text field before the password is who signs in, whatever it is called ("Name").
  const personal = fields.length === 2 ? 0 : fields.filter((field) => field.meaning === "personal").length;
  if (personal > 0) evidence.push("personal-fields");
  score -= Math.min(personal * 2, 6);
  if (passwords.length > 1) {
    evidence.push("several-passwords");
    const kind =
      current && (fresh.length > 0 || passwords.length > 2)
        ? "change-password"
        : passwords.length > 2
          ? "change-password"
          : says(clues, "change-password")
            ? "change-password"
            : says(clues, "reset-password")
              ? "reset-password"
              : "sign-up";
    return { kind, fields: new Map(), evidence, weight: Math.abs(score) };
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
  if (fresh.length > 0) {
    evidence.push("new-password");
    score -= 6;
  }
  const names = namesOf(fields, password);
  if (
    names.length > 1 &&
    names.some((field) => field.meaning === "email") &&
    names.some((field) => field.meaning === "username")
  )
    score -= 2;
  if (score < 0) {
    const kind = says(clues, "change-password")
      ? "change-password"
      : fresh.length > 0 && says(clues, "reset-password")
        ? "reset-password"
        : "sign-up";
    return { kind, fields: new Map(), evidence, weight: -score };
  }
  const found = new Map<FieldName, readonly HTMLInputElement[]>();
  const name = bestName(names);
  if (name !== undefined) {
    found.set("username", [name.element]);
    evidence.push(name.meaning === "unknown" ? "field-before-password" : `${name.meaning}-field`);
  }
  found.set("password", [password.element]);
  if (codes.length > 0) {
    found.set("one-time-code", codes);
    evidence.push("one-time-code-field");
  }
  // A password asked for again beside the code belongs to the code's step.
  const kind = codes.length > 0 && name === undefined ? "one-time-code" : "sign-in";
  return { kind, fields: found, evidence, weight: 10 + score };
}

/** Two fields say who and where, and one may stand behind the password; more of them make an account. */
function furtherFields(fields: readonly Field[], password: Field): number {
  const index = fields.indexOf(password);
  const plain = (field: Field) => takesName(field) || field.meaning === "unknown";
  const before = fields.slice(0, index).filter(plain).length;
  const after = fields.slice(index).filter(plain).length;
  return Math.max(0, before - 2) + Math.max(0, after - 1);
}

function codeOnly(others: readonly Field[], codes: readonly HTMLInputElement[], clues: ReadonlySet<Clue>): Finding {
  const evidence = [codes.length > 1 ? "split-code-boxes" : "one-time-code-field", ...clues];
  const foreign = others.filter((field) => field.meaning !== "search" && field.meaning !== "unknown").length;
  if (clues.has("code-set-up") || foreign > 0)
    return { kind: foreign > 1 ? "sign-up" : "other", fields: new Map(), evidence, weight: 1 };
  return { kind: "one-time-code", fields: new Map([["one-time-code", codes]]), evidence, weight: 3 };
}

const signUpClues: readonly Clue[] = [
  "submit-says-sign-up",
  "heading-says-sign-up",
  "form-says-sign-up",
  "title-says-sign-up",
];

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

function nameOnly(fields: readonly Field[], clues: ReadonlySet<Clue>): Finding {
  const names = fields.filter(takesName);
  const evidence: string[] = [...clues];
  const other = (kind: PageKind): Finding => ({ kind, fields: new Map(), evidence, weight: 0 });
  const name = bestName(names);
  if (name === undefined || fields.some((field) => field.meaning === "search")) return other("other");
  if (says(clues, "reset-password") && !clues.has("submit-says-sign-in")) return other("reset-password");
  const personal = fields.filter((field) => field.meaning === "personal").length;
  let score = sum(clues) - personal * 3 - Math.max(0, fields.length - 2) * 2;
  if (clues.has("submit-says-go-on")) score += 2;
  if (clues.has("sign-in-with-others")) score += 1;
  if (namesAnAccount(name)) {
    evidence.push("names-an-account");
    score += 2;
  } else if (clues.has("text-says-newsletter")) score -= 3;
  if (score < -2) return other(signUpClues.some((clue) => clues.has(clue)) ? "sign-up" : "other");
  if (score < 3 || !invites.some((clue) => clues.has(clue))) return other("other");
  evidence.push(`${name.meaning}-field`, "no-password-yet");
  return { kind: "sign-in", fields: new Map([["username", [name.element]]]), evidence, weight: score };
}

/** A mere address may be for a newsletter; a user name, or one thing or another, is for an account. */
function namesAnAccount({ naming: { label, code, autocomplete } }: Field): boolean {
  if (autocomplete.includes("username") || words.username(label) || words.username(code)) return true;
  return words.email(label) && words.phone(label);
}

function namesOf(fields: readonly Field[], password: Field): readonly Field[] {
  const index = fields.indexOf(password);
  const usual = fields.filter(takesName);
  const usualBefore = usual.filter((field) => fields.indexOf(field) < index);
  if (usualBefore.length > 0) return usualBefore;
  if (usual.length > 0) return usual.slice(0, 1);
  const before = fields.slice(0, index).filter((field) => field.meaning !== "search" && field.meaning !== "challenge");
  const unknown = before.filter((field) => field.meaning === "unknown");
  return (unknown.length > 0 ? unknown : before).slice(-1);
}

const ranks = ["username", "email", "phone"];

function bestName(names: readonly Field[]): Field | undefined {
  const token = names.find((field) => field.naming.autocomplete.includes("username"));
  // Of equals the last one names the person: what comes before says where (branch, account).
  return token ?? [...names].reverse().sort((one, other) => rank(one) - rank(other))[0];
}

function rank(field: Field): number {
  const index = ranks.indexOf(field.meaning);
  return index < 0 ? ranks.length : index;
}

function says(clues: ReadonlySet<Clue>, kind: "change-password" | "reset-password"): boolean {
  return (
    clues.has(`submit-says-${kind}`) ||
    clues.has(`heading-says-${kind}`) ||
    clues.has(`form-says-${kind}`) ||
    clues.has(`title-says-${kind}`)
  );
}

function sum(clues: ReadonlySet<Clue>): number {
  let score = 0;
  for (const clue of clues) score += weights[clue] ?? 0;
  return score;
}
