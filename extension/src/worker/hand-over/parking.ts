import type { ParkingOrder, StoreResult, Where } from "../../messages/parking.js";
import type { OriginStorage } from "../../protocol/session-text.js";

const longestMilliseconds = 8_000;
const inPlaceMilliseconds = 2_000;
const visitMilliseconds = 3_000;
const againMilliseconds = 20;
/** An address that exists or is answered with little, without what a site runs on its pages. */
const quietPath = "/robots.txt";

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
  let visits = 0;
  while (Date.now() < start + milliseconds) {
    const at = await tell<Where>(tab, { type: "where" });
    if (at?.parked && at.origin === origin) return true;
    if (at?.origin === origin) {
      await tell(tab, { type: "park", origin, clear });
    } else if (visits === 0 && at) {
      visits++;
      await tell(tab, { type: "visit", address: origin + quietPath });
    } else if (visits < 2 && Date.now() > start + visitMilliseconds) {
      // The page does not go, or nobody listens there: a page of an error, say.
      visits = 2;
      const gone = await chrome.tabs.update(tab, { url: origin + quietPath }).then(
        () => false,
        () => true,
      );
      if (gone) return false;
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

async function tell<Answer>(tab: number, order: ParkingOrder): Promise<Answer | null> {
  // A document that is going away does not answer.
  const answer = chrome.tabs.sendMessage<ParkingOrder, Answer | undefined>(tab, order, { frameId: 0 });
  return (await answer.catch(() => null)) ?? null;
}
