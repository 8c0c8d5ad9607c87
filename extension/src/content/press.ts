import { detect } from "../detector/index.js";
import { leadsTo } from "../detector/leading.js";
import { pressAll } from "../detector/pressing.js";
import { wayIn } from "../detector/way-in.js";
import { waysOn } from "../detector/ways-on.js";
import type { PressOrder } from "../messages/orders.js";

/** Presses what leads on from a page that has nothing to type, if it is still there and no link of it leads to another origin. */
export function press({ way, account }: PressOrder): void {
  const elements = way === "form" ? opener() : (waysOn(document, detect(document), account).get(way) ?? []);
  if (elements.every((element) => leadsTo(element, [location.origin]))) pressAll(elements);
}

/** What opens the form; nothing where it takes a person to choose. */
function opener(): readonly HTMLElement[] {
  const way = wayIn(document);
  return way === null || way === "several" ? [] : [way];
}
