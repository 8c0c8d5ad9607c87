import type { TabState } from "../tab-state.js";

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
  const places = [place.wanted, pages[0]?.address, origins[0]].filter((address) => address != null);
  return places.find((address) => origins.includes(new URL(address).origin)) ?? "about:blank";
}
