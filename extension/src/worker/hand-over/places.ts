import type { TabState } from "../tab-state.js";
import { isThreshold } from "../threshold.js";

/** Whether any page in the tab is signed out. */
export function isSignedOut({ pages }: TabState): boolean {
  return Object.values(pages).some(({ seen }) => seen.verdict === "signed-out");
}

/** Whether the tab shows a page of one of these origins. */
export function showsOrigin({ pages }: TabState, origins: readonly string[]): boolean {
  const top = pages[0];
  return top !== undefined && origins.includes(top.page.origin);
}

/** Where a tab that was stopped goes when nobody says where: where the agent wanted to be, or was, at these origins. */
export function placeToReturn({ place, pages }: TabState, origins: readonly string[]): string {
  const top = pages[0];
  // The page at the top wants nothing; one in its frame does.
  if (top && top.seen.verdict !== "signed-out") return top.address;
  const places = [place.wanted, place.content, top?.address].filter((address) => address != null);
  const inside = places.filter((address) => origins.includes(new URL(address).origin));
  // A page for signing in may ask again whoever is signed in, and one for signing out ends it: the site's first page is better.
  const best = inside.find((address) => !isThreshold(address)) ?? inside[0] ?? origins[0] ?? "about:blank";
  return isThreshold(best) ? new URL("/", best).href : best;
}
