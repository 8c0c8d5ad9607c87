/** What the browser vouches for: which document is meant. Never filled from the body of a message. */
export interface Page {
  readonly tab: number;
  /** `frameId`, 0 for the top frame. */
  readonly frame: number;
  /** `documentId`: another document in the same frame has another one. */
  readonly document: string;
  /** `documentLifecycle`; only `active` is served. */
  readonly lifecycle: string;
  readonly origin: string;
  /** Origins of the frames above, nearest first; empty for the top frame. */
  readonly ancestors: readonly string[];
}
