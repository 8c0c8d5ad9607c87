import type { Order } from "../../messages/orders.js";
import type { ParkedMessage, ParkingOrder } from "../../messages/parking.js";
import { pause } from "../pause.js";
import { give, isParked, park, where } from "./parking.js";
import { store } from "./store.js";

const againMilliseconds = 1_000;

chrome.runtime.onMessage.addListener((order: Order | ParkingOrder, _sender, answer) => {
  switch (order.type) {
    case "where":
      answer(where());
      return false;
    case "park":
      void park(order.origin, order.clear);
      return false;
    case "visit":
      give(order.address);
      return false;
    case "store":
      void store(order).then(answer);
      return true;
    case "leave":
      // Whoever has gone elsewhere meanwhile is left there.
      if (isParked()) give(order.address);
      return false;
  }
  return false;
});

/** A worker that is ended in the middle would leave the tab here: the next one is told that it waits. */
async function wait(): Promise<void> {
  const message: ParkedMessage = { type: "parked" };
  try {
    await chrome.runtime.sendMessage(message);
  } catch {
    if (chrome.runtime?.id) void pause(againMilliseconds).then(wait);
  }
}

if (isParked()) void wait();
