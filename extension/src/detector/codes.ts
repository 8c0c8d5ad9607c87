import type { Clue } from "./clues.js";
import { type Field, takesName, takesPassword } from "./fields.js";
import { commonAncestor, isAfter } from "./roots.js";
import { isVisible } from "./visibility.js";
import * as words from "./words/index.js";

const fewestBoxes = 4;
const mostBoxes = 8;

/** The field of a one-time code, or the boxes of a split one, in order; empty without any. */
export function codesOf(fields: readonly Field[], clues: ReadonlySet<Clue>): readonly HTMLInputElement[] {
  const boxes = boxesOf(fields);
  if (boxes.length > 0) return boxes;
  const named = fields.find((field) => field.meaning === "one-time-code");
  if (named !== undefined) return [named.element];
  const [alone] = fields;
  if (fields.length === 1 && alone !== undefined && isCodeThatWasSent(alone, clues)) return [alone.element];
  if (!saysOneTimeCode(clues) || fields.some(takesPassword)) return [];
  const meant = fields.filter(
    (field) =>
      !isCalledName(field) &&
      field.meaning !== "search" &&
      field.meaning !== "personal" &&
      field.meaning !== "challenge",
  );
  const [only] = meant;
  return meant.length === 1 && only !== undefined && isCalledCode(only) ? [only.element] : [];
}

/** Four to eight boxes in a row that take one character each, or are numbered parts of a code. */
function boxesOf(fields: readonly Field[]): readonly HTMLInputElement[] {
  let run: Field[] = [];
  for (const field of [...fields, undefined]) {
    if (field !== undefined && (isSingle(field) || (run[0] !== undefined && isNext(run[0], field)))) {
      run.push(field);
      continue;
    }
    if (run.length >= fewestBoxes && run.length <= mostBoxes && !isWithGaps(run))
      return run.map(({ element }) => element);
    run = field !== undefined && field.meaning === "one-time-code" ? [field] : [];
  }
  return [];
}

/** Some banks ask for some characters of a password: the boxes of the others stand between, and take none. */
function isWithGaps(run: readonly Field[]): boolean {
  const [first, last] = [run[0]?.element, run.at(-1)?.element];
  if (first === undefined || last === undefined) return false;
  const around = commonAncestor(run.map(({ element }) => element));
  return [...around.querySelectorAll<HTMLInputElement>("input[maxlength='1']")].some(
    (box) => box.matches(":disabled,:read-only") && isAfter(box, first) && isAfter(last, box) && isVisible(box),
  );
}

function isSingle({ element, meaning }: Field): boolean {
  return element.maxLength === 1 && meaning !== "personal" && meaning !== "challenge";
}

function isNext(first: Field, field: Field): boolean {
  const series = (one: Field) => one.naming.code.replace(/\d+/g, "#");
  return (
    first.meaning === "one-time-code" &&
    (isSingle(field) ||
      (first.naming.code.includes(" ") && first.naming.code !== field.naming.code && series(first) === series(field)))
  );
}

/** Banks call a code that they have sent a password, and let nobody see it: it is as long as a code. */
function isCodeThatWasSent({ element, meaning }: Field, clues: ReadonlySet<Clue>): boolean {
  const isAsLong = element.maxLength >= fewestBoxes && element.maxLength <= mostBoxes;
  return meaning === "password" && isAsLong && clues.has("code-was-sent") && clues.has("text-says-one-time-code");
}

/** A field for telephone numbers that nothing calls one is one for digits. */
function isCalledName(field: Field): boolean {
  const { label, code, autocomplete } = field.naming;
  const isForDigits =
    field.meaning === "phone" &&
    !words.phone(label) &&
    !words.phone(code) &&
    !autocomplete.some((token) => token.startsWith("tel"));
  return takesName(field) && !isForDigits;
}

function saysOneTimeCode(clues: ReadonlySet<Clue>): boolean {
  if (clues.has("code-was-sent")) return true;
  return (["heading", "form", "title", "text"] as const).some((where) => clues.has(`${where}-says-one-time-code`));
}

function isCalledCode({ element, naming: { label, code } }: Field): boolean {
  if (words.otherCode(label)) return false;
  const numeric =
    element.inputMode === "numeric" ||
    element.type === "number" ||
    element.type === "tel" ||
    (element.maxLength >= 6 && element.maxLength <= 8);
  return words.code(label) || words.code(code) || numeric;
}
