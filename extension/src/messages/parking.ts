import type { OriginStorage } from "../protocol/session-text.js";

/**
 * Worker to the top document, while a session is handed over. A parked document is an empty one that has kept the origin
 * of the page it replaced: no script of the site runs in it, nothing it asked for is still on its way, and its storage
 * is that of the origin.
 */
export type ParkingOrder = WhereOrder | ParkOrder | VisitOrder | StoreOrder | LeaveOrder;

/** Which document is this? Answered by `Where`. */
export interface WhereOrder {
  readonly type: "where";
}

/** What the top document is. */
export interface Where {
  readonly origin: string;
  readonly parked: boolean;
}

/** Give way to a parked document, if this is still a page of `origin`. */
export interface ParkOrder {
  readonly type: "park";
  readonly origin: string;
  /** Unregister the origin's service workers before. */
  readonly clear: boolean;
}

/** Go to an address of another origin, to be parked there. */
export interface VisitOrder {
  readonly type: "visit";
  readonly address: string;
}

/** To a parked document of its origin: write this down. Answered by `StoreResult`. */
export interface StoreOrder {
  readonly type: "store";
  /** Null: there is nothing of this origin in the session. */
  readonly storage: OriginStorage | null;
  /** Delete all that the origin has stored before. */
  readonly clear: boolean;
}

/** `refused`: the browser did not take all of it. */
export type StoreResult = "stored" | "refused";

/** To a parked document: go to this address, by GET, in place of the parked one. */
export interface LeaveOrder {
  readonly type: "leave";
  readonly address: string;
}

/** A parked document to the worker, answered when nothing is handed over to its tab any more. */
export interface ParkedMessage {
  readonly type: "parked";
}

/** Narrows what `runtime.onMessage` brings. */
export function isParked(message: unknown): message is ParkedMessage {
  return typeof message === "object" && message !== null && "type" in message && message.type === "parked";
}
