/** What a field may put between the signs of a number, or take out. */
const grouping = /[\s().\-/]/g;
const fewestDigits = 4;

/**
 * Whether a field holds a name as it was typed into it. Some write it in small letters; a phone number or the number of a
 * person may be set in groups. An address is none: what stands between its parts counts.
 */
export function isName(held: string, name: string): boolean {
  const [seen, wanted] = [held.trim().toLowerCase(), name.trim().toLowerCase()];
  if (seen === wanted) return true;
  const isNumber = !wanted.includes("@") && (wanted.match(/\d/g)?.length ?? 0) >= fewestDigits;
  return isNumber && seen.replace(grouping, "") === wanted.replace(grouping, "");
}

const masks = /[*•·…]|\.{2,}/;

/**
 * Whether a name that a page shows, and lets nobody change, may be that of an account: the same, the same without its
 * domain, or the same where it is not masked.
 */
export function mayBeName(shown: string, name: string): boolean {
  const [seen, wanted] = [shown.trim().toLowerCase(), name.trim().toLowerCase()];
  if (seen === "" || seen === wanted) return true;
  if (masks.test(seen)) {
    const [start = "", ...rest] = seen.split(new RegExp(`(?:${masks.source})+`));
    return wanted.startsWith(start) && wanted.endsWith(rest.at(-1) ?? "");
  }
  return seen.split("@")[0] === wanted || seen === wanted.split("@")[0];
}
