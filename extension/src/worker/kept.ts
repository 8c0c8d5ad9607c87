import type { KeepsOrder } from "../messages/orders.js";
import type { PageSeen, SignInUnderWay } from "./tab-state.js";

/**
 * Whether the document that took the values holds whatever session they began: its site has set no cookie and keeps
 * nothing in this browser. Loaded anew, such a page asks again, whoever is signed in.
 */
export async function holdsSession({ submitted }: SignInUnderWay, { page, address }: PageSeen): Promise<boolean> {
  const status = submitted?.answer?.status ?? 0;
  // What was not answered, or was refused, has begun no session.
  if (submitted?.document !== page.document || status < 200 || status >= 400) return false;
  const cookies = await chrome.cookies.getAll({ domain: siteOf(address), partitionKey: {} });
  if (cookies.length > 0) return false;
  const order: KeepsOrder = { type: "keeps" };
  const answer: unknown = await chrome.tabs
    .sendMessage(page.tab, order, { documentId: page.document })
    .catch(() => true);
  return answer === false;
}

/** The site of an address, or one above it: an application's cookie may be that of its interface beside it. */
function siteOf(address: string): string {
  const { hostname } = new URL(address);
  return /^[\d.]+$|:/.test(hostname) ? hostname : hostname.split(".").slice(-2).join(".");
}
