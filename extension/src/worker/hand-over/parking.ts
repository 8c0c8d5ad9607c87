import type { ParkingOrder, StoreResult, Where } from "../../messages/parking.js";
import type { OriginStorage } from "../../protocol/session-text.js";

const longestMilliseconds = 8_000;
const inPlaceMilliseconds = 2_000;
const visitMilliseconds = 3_000;
const againMilliseconds = 20;
/**
 * Addresses that exist or are answered with little, without what a site runs on its pages. Where a server answers with
 * nothing at all the browser shows a page of its own, in which nobody listens: then the next one, and last the site's first.
 */
const quietPaths = ["/robots.txt", "/favicon.ico", "/"];

/**
 * Lets a tab show a parked document of this origin: where it is, or by going there first. False when it would not, or
 * when the tab is gone.
 */
export async function parkAt(
  tab: number,
  origin: string,
  clear: boolean,
  milliseconds = longestMilliseconds,
): Promise<boolean> {
  const start = Date.now();
  const paths = [...quietPaths];
  while (Date.now() < start + milliseconds) {
    const at = await tell<Where>(tab, { type: "where" });
    if (at?.parked && at.origin === origin) return true;
    if (at?.origin === origin) {
      await tell(tab, { type: "park", origin, clear });
    } else if (at && paths.length === quietPaths.length) {
      await tell(tab, { type: "visit", address: origin + paths.shift() });
    } else if ((!at && (await showsError(tab))) || (paths.length > 1 && Date.now() > start + visitMilliseconds)) {
      // Nobody listens there, or the page does not go.
      const path = paths.shift();
      if (path === undefined || !(await goThere(tab, origin + path))) return false;
    }
    await new Promise((resolve) => setTimeout(resolve, againMilliseconds));
  }
  return false;
}

/** Lets a tab show a parked document of the origin that it shows now, whichever that is. */
export async function parkInPlace(tab: number, clear: boolean): Promise<boolean> {
  const at = await tell<Where>(tab, { type: "where" });
  return at !== null && parkAt(tab, at.origin, clear, inPlaceMilliseconds);
}

/** Whether a tab shows a parked document. One that did and does not was taken elsewhere by whoever drives it. */
export async function isParked(tab: number): Promise<boolean> {
  return (await tell<Where>(tab, { type: "where" }))?.parked ?? false;
}

/** Writes storage into the parked document of a tab. */
export async function storeIn(tab: number, storage: OriginStorage | null, clear: boolean): Promise<StoreResult> {
  return (await tell<StoreResult>(tab, { type: "store", storage, clear })) ?? "refused";
}

/** Sends a parked tab on, by a GET of its own. A tab that is not parked stays where it is. */
export async function leave(tab: number, address: string): Promise<void> {
  await tell(tab, { type: "leave", address });
}

/** Whether a tab shows a page of the browser's own in the place of one that could not be had. */
export async function showsError(tab: number): Promise<boolean> {
  return (await chrome.webNavigation.getFrame({ tabId: tab, frameId: 0 }))?.errorOccurred ?? false;
}

/** Takes a tab to an address; false when the tab is gone. Done when something is there, or nothing came for some time. */
async function goThere(tab: number, url: string): Promise<boolean> {
  const before = (await chrome.webNavigation.getFrame({ tabId: tab, frameId: 0 }))?.documentId;
  const start = Date.now();
  try {
    await chrome.tabs.update(tab, { url });
    while (Date.now() < start + visitMilliseconds) {
      if ((await chrome.webNavigation.getFrame({ tabId: tab, frameId: 0 }))?.documentId !== before) break;
      await new Promise((resolve) => setTimeout(resolve, againMilliseconds));
    }
    return true;
  } catch {
    return false;
  }
}

async function tell<Answer>(tab: number, order: ParkingOrder): Promise<Answer | null> {
  // A document that is going away does not answer.
  const answer = chrome.tabs.sendMessage<ParkingOrder, Answer | undefined>(tab, order, { frameId: 0 });
  return (await answer.catch(() => null)) ?? null;
}
