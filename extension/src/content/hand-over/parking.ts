import type { Where } from "../../messages/parking.js";

const parkedAddress = "about:blank";
let parking = false;

// Before any of the page's own: a page that asks whether one really wants to leave would keep a session from it.
addEventListener("beforeunload", (event) => parking && event.stopImmediatePropagation(), { capture: true });

/** Whether this document is an empty one that took the place of a page. */
export function isParked(): boolean {
  return self === top && location.href === parkedAddress && self.origin !== "null";
}

/** What this document is. */
export function where(): Where {
  return { origin: self.origin, parked: isParked() };
}

/**
 * Gives way to an empty document of the same origin. What the page has asked for and not got is given up first, so that
 * a late answer sets no cookie, and the page's entry in the history is replaced.
 */
export async function park(origin: string, clear: boolean): Promise<void> {
  if (parking || self.origin !== origin || isParked()) return;
  parking = true;
  if (clear) await unregisterAll().catch(() => undefined);
  give(parkedAddress);
}

/** Goes to an address in place of this document. */
export function give(address: string): void {
  parking = true;
  stop();
  location.replace(address);
}

async function unregisterAll(): Promise<void> {
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.map((registration) => registration.unregister()));
}
