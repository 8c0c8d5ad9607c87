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
