import { detect } from "../detector/index.js";
import { pressAll } from "../detector/pressing.js";
import { waysOn } from "../detector/ways-on.js";
import type { PressOrder } from "../messages/orders.js";

/** Presses what leads on from a page that has nothing to type, if it is still there. */
export function press({ way, account }: PressOrder): void {
  pressAll(waysOn(document, detect(document), account).get(way) ?? []);
}
