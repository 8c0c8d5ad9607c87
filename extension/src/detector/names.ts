import { type Field, takesName, takesPassword } from "./fields.js";

/** The fields of a form with a password that may ask who is signing in. */
export function namesOf(fields: readonly Field[], password: Field): readonly Field[] {
  const index = fields.indexOf(password);
  const usual = fields.filter(takesName);
  const usualBefore = usual.filter((field) => fields.indexOf(field) < index);
  if (usualBefore.length > 0) return usualBefore;
  if (usual.length > 0) return usual.slice(0, 1);
  const before = fields.slice(0, index).filter((field) => field.meaning !== "search" && field.meaning !== "challenge");
  const unknown = before.filter((field) => field.meaning === "unknown");
  return (unknown.length > 0 ? unknown : before).slice(-1);
}

/** The one of them that does; what comes before it may say where (branch, account). */
export function bestName(names: readonly Field[]): Field | undefined {
  const token = names.find((field) => field.naming.autocomplete.includes("username"));
  return token ?? [...names].reverse().sort((one, other) => rank(one) - rank(other))[0];
}

const ranks = ["username", "email", "phone"];

function rank(field: Field): number {
  const index = ranks.indexOf(field.meaning);
  return index < 0 ? ranks.length : index;
}

const notFurther = new Set(["search", "challenge", "one-time-code"]);

/** What a form asks for beside these, and that is no search, picture or code. */
export function furtherOf(
  fields: readonly Field[],
  known: readonly (Field | undefined)[],
): readonly HTMLInputElement[] {
  return fields
    .filter((field) => !known.includes(field) && !takesPassword(field) && !notFurther.has(field.meaning))
    .map(({ element }) => element);
}
