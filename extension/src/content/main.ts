import type { Order } from "../messages/orders.js";
import type { PageSeenMessage } from "../messages/page-seen.js";
import { fill } from "./fill.js";
import { goTo } from "./go.js";
import { StatusElement } from "./status.js";
import { Watcher } from "./watcher.js";

const status = new StatusElement();

const watcher = new Watcher((seen) => {
  status.keep();
  const message: PageSeenMessage = { type: "page-seen", seen };
  // After an update of the extension nobody listens to this script any more.
  if (chrome.runtime?.id) void chrome.runtime.sendMessage(message).catch(() => undefined);
  else watcher.stop();
});

chrome.runtime.onMessage.addListener((order: Order, _sender, answer) => {
  switch (order.type) {
    case "fill":
      void fill(order.values).then(answer);
      return true;
    case "status":
      status.show(order.text, order.milliseconds);
      return false;
    case "go":
      goTo(order.address);
      return false;
  }
});

if (document.documentElement instanceof HTMLHtmlElement) watcher.start();
