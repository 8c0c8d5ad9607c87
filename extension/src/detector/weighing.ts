import type { Clue } from "./clues.js";

/** What speaks for signing in (positive) or for an account that is yet to be made (negative). */
const weights: Partial<Record<Clue, number>> = {
  "submit-says-sign-in": 5,
  "heading-says-sign-in": 2,
  "form-says-sign-in": 2,
  "title-says-sign-in": 1,
  "link-to-reset-password": 3,
  "remember-me": 3,
  "link-to-sign-up": 1,
  "submit-says-sign-up": -5,
  "heading-says-sign-up": -3,
  "form-says-sign-up": -2,
  "title-says-sign-up": -1,
  "submit-says-save": -5,
  "offers-to-save": -2,
  "submit-says-new-password": -5,
  "heading-says-new-password": -5,
  "title-says-new-password": -2,
  "submit-says-new-name": -5,
  "heading-says-new-name": -4,
  "text-says-new-password": -3,
  "text-says-password-rules": -2,
  "takes-a-file": -5,
  "is-another-password": -4,
  "heading-says-harmful": -3,
  "submit-says-newsletter": -6,
  "heading-says-newsletter": -3,
  "form-says-newsletter": -3,
  "link-to-sign-in": -1,
  "as-guest": -6,
  "message-box": -5,
  "agree-to-terms": -1,
  "further-choices": -2,
};

/** How much the clues speak for signing in. */
export function weigh(clues: ReadonlySet<Clue>): number {
  let score = 0;
  for (const clue of clues) score += weights[clue] ?? 0;
  return score;
}

const places = ["submit", "heading", "form", "title"] as const;

/** Whether the form or what stands around it says in words that it is of a kind. */
export function says(clues: ReadonlySet<Clue>, kind: "sign-up" | "change-password" | "reset-password"): boolean {
  return places.some((place) => clues.has(`${place}-says-${kind}`));
}
