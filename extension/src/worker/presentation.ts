import type { PresentOrder } from "../messages/orders.js";
import type { Presentation } from "../protocol/presentation.js";

/** How the browser presents itself to the page in this tab; null when the page does not say. */
export async function presentationOf(tab: number): Promise<Presentation | null> {
  const order: PresentOrder = { type: "present" };
  const answer = chrome.tabs.sendMessage<PresentOrder, Presentation | null | undefined>(tab, order, { frameId: 0 });
  return (await answer.catch(() => null)) ?? null;
}
