import type { Order } from "../messages/orders.js";
import type { TabState } from "./tab-state.js";

const goodNewsMilliseconds = 6_000;
const listeningMilliseconds = 1_000;

/** Lets the page say a sentence until it is taken away. */
export async function showStatus(state: TabState, text: string): Promise<void> {
  state.status = { text, until: null };
  await showAgain(state);
}

/** Lets the page say a sentence for some seconds, on the page that follows too. */
export async function showGoodNews(state: TabState, text: string): Promise<void> {
  state.status = { text, until: Date.now() + goodNewsMilliseconds };
  await showAgain(state);
}

/** Takes the sentence away. */
export async function clearStatus(state: TabState): Promise<void> {
  if (!state.status) return;
  state.status = null;
  await tellTop(state.tab, { type: "status", text: null, milliseconds: null });
}

/** Tells the top document, which may be a new one, what is to be said. */
export async function showAgain(state: TabState): Promise<void> {
  if (!state.status) return;
  const { text, until } = state.status;
  const milliseconds = until === null ? null : until - Date.now();
  if (milliseconds !== null && milliseconds <= 0) state.status = null;
  else await tellTop(state.tab, { type: "status", text, milliseconds });
}

/** Sends an order to the document in the top frame, if there is one that listens. */
export async function tellTop(tab: number, order: Order): Promise<void> {
  // A document that is going away does not answer; the one that follows is told when it is seen. One that is held up
  // by something gets the order when it goes on, and nobody waits for that.
  const heldUp = new Promise((resolve) => setTimeout(resolve, listeningMilliseconds));
  await Promise.race([heldUp, chrome.tabs.sendMessage(tab, order, { frameId: 0 }).catch(() => undefined)]);
}
