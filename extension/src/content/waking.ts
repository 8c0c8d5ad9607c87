import { detect } from "../detector/index.js";
import type { OpenedValue } from "../messages/orders.js";
import { pause } from "./pause.js";
import { Submitting } from "./submitting.js";
import { targetsOf } from "./targets.js";
import { type } from "./typing.js";

const longestMilliseconds = 400;
const pollMilliseconds = 16;
/** No secret, and like none: what a form usually demands of a password. */
const standIn = "Aa1!".repeat(5);

/**
 * Lets a submit control that is still disabled wake up. Some pages enable it only a task after their fields were filled,
 * and in that task whoever reads the page would find the password, so a stand-in waits there in its place. Not for a
 * code: pages send a code by themselves. What was typed into is added to `touched`.
 */
export async function wakeControl(values: readonly OpenedValue[], touched: Set<HTMLInputElement>): Promise<void> {
  const asleep = () => {
    const { form } = detect(document);
    return form !== null && !Submitting.isReady(form) ? form : null;
  };
  const form = asleep();
  if (!form || values.some(({ field }) => field === "one-time-code")) return;
  const stand = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // A page that submits by itself must not send the stand-in.
  addEventListener("submit", stand, { capture: true });
  try {
    for (const { field, element, text } of targetsOf(form, values) ?? []) {
      const fits = element.maxLength < 0 ? standIn.length : element.maxLength;
      if (field !== "username") touched.add(element);
      type(element, field === "username" ? text : standIn.slice(0, fits));
    }
    const end = Date.now() + longestMilliseconds;
    while (asleep() && Date.now() < end) await pause(pollMilliseconds);
  } finally {
    removeEventListener("submit", stand, { capture: true });
  }
}
