import type { Seen } from "../protocol/seen.js";

/** Content script to worker: how the document looks now. Who says so is taken from the sender, not from here. */
export interface PageSeenMessage {
  readonly type: "page-seen";
  readonly seen: Seen;
  /** Where the document is now; the browser tells only where it was loaded from. Believed within its own origin. */
  readonly address: string;
}

/** Narrows what `runtime.onMessage` brings. */
export function isPageSeen(message: unknown): message is PageSeenMessage {
  return typeof message === "object" && message !== null && "type" in message && message.type === "page-seen";
}

/** Whether the server has refused a request of the page. */
export function wasRefused({ evidence }: Pick<Seen, "evidence">): boolean {
  return evidence.some((code) => /^request-answered-40[13]$/.test(code));
}

/** Whether a page offers to sign in, also where the link is folded away as all links are in a narrow window. */
export function offersToSignIn({ evidence }: Pick<Seen, "evidence">): boolean {
  return evidence.includes("sign-in-link") || evidence.includes("folded-sign-in-link");
}
