import type { FieldName, PageKind } from "../detector/index.js";
import type { Verdict } from "../detector/verdict.js";

/** What the detector and the watcher say of a document. */
export interface Seen {
  readonly verdict: Verdict;
  readonly kind: PageKind;
  /** Empty unless `kind` is `sign-in` or `one-time-code`. */
  readonly fields: readonly FieldName[];
  /** Stable short codes, at most 32 of at most 64 characters, no text of the page. */
  readonly evidence: readonly string[];
  /** Names of accounts that a signed-out page shows, at most 8 of at most 320 characters. */
  readonly names: readonly string[];
}
