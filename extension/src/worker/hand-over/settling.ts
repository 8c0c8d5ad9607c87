import type { Verdict } from "../../detector/verdict.js";

/**
 * Milliseconds for which a page must look the same before it is said what it became. An application may show its form
 * for a moment before it has found its session, and nothing at all while it loads.
 */
export const settlingMilliseconds: Readonly<Record<Verdict, number>> = {
  "signed-in": 0,
  "signed-out": 800,
  unsure: 2_500,
};

/** For how long it is waited at most for a page to be seen at all. */
export const arrivalMilliseconds = 15_000;
