import { readOrigin } from "./origins.js";
import type { TextField } from "./text-field.js";

/** What is wrong with where signing in starts; null when nothing is. A bare address is put right in its field. */
export function wrongWithSignInPage(field: TextField, origins: readonly string[]): string | null {
  if (field.value === "") return null;
  const read = readOrigin(field.value);
  if ("refused" in read) return read.refused;
  if (!field.value.includes("://")) field.input.value = `${new URL(read.origin).protocol}//${field.value}`;
  if (origins.length === 0 || origins.includes(read.origin)) return null;
  return `This page is at ${read.origin}, which is none of the sites above.`;
}
