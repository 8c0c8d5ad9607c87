import { placesOf } from "../detector/further.js";
import { detect } from "../detector/index.js";
import { isMoving } from "../detector/moving.js";
import type { ValueName } from "../detector/report.js";
import { pause } from "./pause.js";

const longestMilliseconds = 2_000;
const pollMilliseconds = 50;

/** Those of the fields that the form has a place for, as soon as it is where it is to be; empty when there is no form. */
export async function placesAtRest(fields: readonly ValueName[]): Promise<readonly ValueName[]> {
  const end = Date.now() + longestMilliseconds;
  for (;;) {
    const { form } = detect(document);
    if (form === null) return [];
    if (!isMoving(form) || Date.now() >= end) return [...placesOf(form, fields).keys()];
    await pause(pollMilliseconds);
  }
}
