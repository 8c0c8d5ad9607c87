import { isAnswer } from "../detector/answer.js";
import type { Order } from "../messages/orders.js";
import type { PageSeenMessage } from "../messages/page-seen.js";
import type { ParkingOrder } from "../messages/parking.js";
import { fill } from "./fill.js";
import { goTo } from "./go.js";
import { keepsAnything } from "./keeps.js";
import { pause } from "./pause.js";
import { placesAtRest } from "./places.js";
import { presentation } from "./presentation.js";
import { press } from "./press.js";
import { StatusElement } from "./status.js";
import { Watcher } from "./watcher.js";

const status = new StatusElement();

const againMilliseconds = 1_000;

const watcher = new Watcher((seen) => {
  status.keep();
  void tell({ type: "page-seen", seen, address: location.href });
});

async function tell(message: PageSeenMessage): Promise<void> {
  try {
    await chrome.runtime.sendMessage(message);
  } catch {
    // The worker was ended before it was done. After an update of the extension nobody listens to this script any more.
    if (chrome.runtime?.id) void pause(againMilliseconds).then(() => watcher.tellAgain());
    else watcher.stop();
  }
}

chrome.runtime.onMessage.addListener((order: Order | ParkingOrder, _sender, answer) => {
  switch (order.type) {
    case "fill":
      void fill(order).then(answer);
      return true;
    case "places":
      void placesAtRest(order.fields).then(answer);
      return true;
    case "answer":
      answer(isAnswer(document));
      return false;
    case "keeps":
      void keepsAnything().then(answer);
      return true;
    case "press":
      press(order);
      return false;
    case "status":
      status.show(order.text, order.milliseconds);
      return false;
    case "go":
      goTo(order.address);
      return false;
    case "present":
      void presentation()
        .catch(() => null)
        .then(answer);
      return true;
  }
  return false;
});

if (document.documentElement instanceof HTMLHtmlElement) watcher.start();
