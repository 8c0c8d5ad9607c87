import { type Naming, namingOf } from "./naming.js";
import type { Root } from "./roots.js";
import { isVisible } from "./visibility.js";
import * as words from "./words/index.js";

/** What a field asks for, as far as the field alone tells. */
export type FieldMeaning =
  | "password"
  | "current-password"
  | "new-password"
  | "repeated-password"
  | "one-time-code"
  | "username"
  | "email"
  | "phone"
  | "tenant"
  | "search"
  | "challenge"
  | "personal"
  | "unknown";

/** A field that a person could fill in now. */
export interface Field {
  readonly element: HTMLInputElement;
  readonly naming: Naming;
  readonly meaning: FieldMeaning;
}

/** Digits of the code on the back of most cards. */
const cardCodeLength = 3;
/** In pixels; nobody can read a code off a picture of this size. */
const largestIcon = 32;
/** How many times as wide as high a picture is at least that shows letters in a row. */
const leastOfARow = 1.3;
const writable = new Set(["text", "email", "tel", "number", "password", "search"]);

/** Every field that can be filled in now, in the order of the page. */
export function fieldsOf(roots: readonly Root[]): readonly Field[] {
  const fields: Field[] = [];
  for (const root of roots) {
    for (const element of root.querySelectorAll<HTMLInputElement>("input")) {
      if (writable.has(element.type) && isUsable(element)) fields.push(fieldOf(element));
    }
  }
  return fields;
}

/** Who signs in, where the page has it already and lets nobody change it; before this element, in these. */
export function fixedNameBefore(element: HTMLInputElement, inputs: readonly HTMLInputElement[]): Field | undefined {
  return inputs
    .filter((input) => (input.readOnly || input.disabled) && writable.has(input.type) && isVisible(input))
    .filter((input) => input.compareDocumentPosition(element) === Node.DOCUMENT_POSITION_FOLLOWING)
    .map(fieldOf)
    .findLast(takesName);
}

function isUsable(element: HTMLInputElement): boolean {
  if (element.matches(":disabled,[role=button]") || element.closest("[inert]") !== null) return false;
  // What is around a field says it of all that lies behind a dialog, and some pages forget to take it back: what can be
  // seen decides. A text field that says it of itself is a trap for programs.
  if (element.type !== "password" && element.ariaHidden === "true") return false;
  // Some pages keep a field read-only until it is focused, against autofill.
  if (element.readOnly && !/readonly/i.test(element.getAttribute("onfocus") ?? "")) return false;
  return isVisible(element);
}

function fieldOf(element: HTMLInputElement): Field {
  const naming = namingOf(element);
  if (isPasswordField(element, naming)) return { element, naming, meaning: passwordMeaning(element, naming) };
  const meaning = textMeaning(element, naming);
  if (meaning !== "one-time-code") return { element, naming, meaning };
  if (element.maxLength === cardCodeLength) return { element, naming, meaning: "personal" };
  return { element, naming, meaning: hasPictureBeside(element) ? "challenge" : meaning };
}

/** A password may be shown in plain text, by its owner's choice or the page's. */
function isPasswordField(element: HTMLInputElement, { label, code, autocomplete }: Naming): boolean {
  if (element.type === "password" || autocomplete.includes("current-password") || autocomplete.includes("new-password"))
    return element.type === "password" || words.password(`${label} ${code}`);
  return (
    element.type === "text" &&
    words.password(label === "" ? code : label) &&
    words.password(code === "" ? label : code) &&
    !words.username(label) &&
    !words.oneTimeCode(`${label} ${code}`)
  );
}

/** A code to be read off a picture is a challenge, not a second factor. */
function hasPictureBeside(element: HTMLInputElement): boolean {
  if ([element.previousElementSibling, element.nextElementSibling].some(isPicture)) return true;
  let around = element.parentElement;
  for (let level = 0; level < 2 && around !== null; level++, around = around.parentElement) {
    if (around.querySelectorAll("input:not([type=hidden])").length > 1) return false;
    if ([...around.querySelectorAll("img,canvas")].some((picture) => !isIcon(picture))) return true;
  }
  return false;
}

/** Whether an element is a picture, or no more than one in a link or a button that gets another. */
function isPicture(element: Element | null): boolean {
  if (element === null) return false;
  const picture = element.matches("img,canvas") ? element : element.querySelector(":scope > img,:scope > canvas");
  return picture !== null && element.querySelector("input") === null && !isIcon(picture);
}

/**
 * What marks a notice or a label, or adorns a page: it is small, nothing of it is shown, or it is about as wide as it is
 * high, and so no row of letters. A picture that has not come yet may be anything.
 */
function isIcon(picture: Element): boolean {
  if (!(picture instanceof HTMLImageElement) || !picture.complete) return false;
  const { width, height } = picture;
  if (Math.max(width, height) <= largestIcon) return true;
  return width < height * leastOfARow;
}

/** Whether a password goes into the field. */
export function takesPassword({ meaning }: Field): boolean {
  return (
    meaning === "password" ||
    meaning === "current-password" ||
    meaning === "new-password" ||
    meaning === "repeated-password"
  );
}

/** Whether the field may ask who is signing in. */
export function takesName({ meaning }: Field): boolean {
  return meaning === "username" || meaning === "email" || meaning === "phone";
}

/** Whether the field asks for the number by which a state knows somebody, and some sites do. */
export function isNationalId({ element, naming: { label, code } }: Field): boolean {
  return element.type !== "password" && (words.nationalId(label) || words.nationalId(code));
}

function passwordMeaning(element: HTMLInputElement, { label, code, autocomplete }: Naming): FieldMeaning {
  if (autocomplete.includes("one-time-code")) return "one-time-code";
  if (words.oneTimePassword(label) || (label === "" && words.oneTimePassword(code))) return "one-time-code";
  if (autocomplete.some((token) => token.startsWith("cc-")) || isOtherSecret(element, label, code)) return "personal";
  for (const text of [label, code]) {
    if (words.currentPassword(text)) return "current-password";
    if (words.confirmPassword(text)) return "repeated-password";
    if (words.newPassword(text)) return "new-password";
  }
  if (!words.password(label) && (words.oneTimeCode(label) || (label === "" && words.oneTimeCode(code))))
    return "one-time-code";
  if (autocomplete.includes("current-password")) return "current-password";
  if (!words.password(label) && !words.password(code) && words.personal(label)) return "personal";
  return "password";
}

/** What is typed unseen, as a password is, and is none: what a card has on its back, a gift card's number, an answer. */
function isOtherSecret({ maxLength }: HTMLInputElement, label: string, code: string): boolean {
  if (words.otherCode(label) || words.securityQuestion(label)) return true;
  if (words.password(label)) return false;
  if (words.otherCode(code) || words.securityQuestion(code)) return true;
  // No code that is good for once has three digits.
  return maxLength === cardCodeLength && words.code(label);
}

const meaningOfToken: Readonly<Record<string, FieldMeaning>> = {
  username: "username",
  email: "email",
  tel: "phone",
  "tel-national": "phone",
  "one-time-code": "one-time-code",
  organization: "tenant",
  "given-name": "personal",
  "family-name": "personal",
  "additional-name": "personal",
  name: "personal",
  "street-address": "personal",
  "address-line1": "personal",
  "address-line2": "personal",
  "postal-code": "personal",
  "cc-number": "personal",
  "cc-name": "personal",
  "cc-csc": "personal",
  "cc-exp": "personal",
  bday: "personal",
};

function textMeaning(element: HTMLInputElement, { label, code, autocomplete }: Naming): FieldMeaning {
  const token = autocomplete.map((name) => meaningOfToken[name]).find((meaning) => meaning !== undefined);
  if (token === "username") return token;
  if (
    element.type === "search" ||
    element.getAttribute("role") === "searchbox" ||
    element.closest("[role=search],search") !== null
  )
    return "search";
  const named = meaningOfWords(label);
  if (token !== undefined && token !== "email") return token;
  if (named === "search" || named === "personal" || named === "one-time-code") return named;
  if (token !== undefined) return token;
  if (element.type === "email") return "email";
  if (named !== "unknown") return named;
  const called = meaningOfWords(code);
  if (called === "unknown" && element.type === "tel") return "phone";
  return called;
}

function meaningOfWords(text: string): FieldMeaning {
  if (text === "") return "unknown";
  if (words.challenge(text)) return "challenge";
  if (words.oneTimeCode(text) && !words.otherCode(text)) return "one-time-code";
  if (words.username(text)) return "username";
  if (words.email(text)) return "email";
  if (words.search(text)) return "search";
  if (words.otherCode(text)) return "personal";
  if (words.phone(text)) return "phone";
  if (words.tenant(text)) return "tenant";
  if (words.personal(text)) return "personal";
  return "unknown";
}
