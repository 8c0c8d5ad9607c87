import type { Seen } from "../protocol/seen.js";
import type { PageSeen } from "./tab-state.js";

const mostEvidence = 32;

/** A page was sent from one address to another, to see whether that one is open now. */
export interface SentBack {
  readonly from: string;
  readonly to: string;
}

/**
 * What is told of a page after that. One that is again where the sign-in had stopped has been led there by its site, which
 * lets nobody past that step; a first page may lead anywhere.
 */
export function seenAfter(sentBack: SentBack | null, { page, seen, address }: PageSeen): Seen {
  if (!sentBack || page.frame !== 0) return seen;
  const asked = placeOf(sentBack.to);
  const there = placeOf(address);
  const ledBack = there === placeOf(sentBack.from) && there !== asked && new URL(sentBack.to).pathname !== "/";
  return ledBack ? { ...seen, evidence: [...seen.evidence.slice(0, mostEvidence - 1), "led-back"] } : seen;
}

function placeOf(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}
