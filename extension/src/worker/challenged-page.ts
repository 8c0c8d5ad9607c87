import type { PageSeen } from "./tab-state.js";

/** What the browser calls it where a server asked by HTTP itself, with Basic or Digest, and nobody has answered. */
const nobodyAnswered = "net::ERR_INVALID_AUTH_CREDENTIALS";

/** A navigation that failed, as `webNavigation.onErrorOccurred` tells it. */
export interface FailedNavigation {
  readonly tabId: number;
  readonly frameId: number;
  readonly url: string;
  readonly error: string;
}

/**
 * The page of a tab whose server asks by HTTP itself; null for any other failure. Scripts run in no such page, so the
 * browser's word takes the place of theirs. Where it comes from is known by its address alone: nothing of the site is in it.
 */
export async function challengedPage({ tabId, frameId, url, error }: FailedNavigation): Promise<PageSeen | null> {
  if (frameId !== 0 || error !== nobodyAnswered || !/^https?:/.test(url)) return null;
  const frame = await chrome.webNavigation.getFrame({ tabId, frameId });
  if (!frame?.errorOccurred || frame.documentLifecycle !== "active") return null;
  const { documentId: document, documentLifecycle: lifecycle } = frame;
  const page = { tab: tabId, frame: 0, document, lifecycle, origin: new URL(url).origin, ancestors: [] };
  const seen = { verdict: "signed-out", kind: "other", fields: [], evidence: ["asks-by-http"], names: [] } as const;
  return { page, seen, address: url, at: Date.now() };
}
