import { placesOf } from "../detector/further.js";
import type { DetectedForm, ValueName } from "../detector/index.js";
import { isMasked } from "../detector/masked.js";
import { isName, mayBeName } from "../detector/shown-name.js";
import type { OpenedValue } from "../messages/orders.js";

/** One element and what belongs into it. */
export interface Target {
  readonly field: ValueName;
  readonly element: HTMLInputElement;
  readonly text: string;
}

/** Where the values go in this form: all of them, or null when one has no place. */
export function targetsOf(form: DetectedForm, values: readonly OpenedValue[]): readonly Target[] | null {
  if (form.kind !== "sign-in" && form.kind !== "one-time-code") return null;
  const targets: Target[] = [];
  const places = placesOf(
    form,
    values.map(({ field }) => field),
  );
  for (const { field, value } of values) {
    const elements = places.get(field) ?? [];
    const texts = elements.length > 1 ? [...value] : [value];
    if (elements.length === 0 || elements.length !== texts.length) return null;
    for (const [index, element] of elements.entries()) {
      const target = { field, element, text: texts[index] ?? "" };
      // A user name given on the page before may stand here, not to be changed.
      const stands = field === "username" && holds(target);
      if (!stands && !takes(element, field)) return null;
      targets.push(target);
    }
  }
  return targets;
}

/** Whether the element holds its text; a field may set a code in groups, or a user name in small letters. */
export function holds({ element, text, field }: Target): boolean {
  const { value } = element;
  switch (field) {
    case "username":
      return element.readOnly || element.matches(":disabled") ? mayBeName(value, text) : isName(value, text);
    case "one-time-code":
      return value.replace(/[\s-]/g, "") === text;
    default:
      return value === text;
  }
}

function takes(element: HTMLInputElement, field: ValueName): boolean {
  if (!element.isConnected || element.readOnly || element.matches(":disabled")) return false;
  return field === "password" ? isMasked(element) : element.type !== "hidden" && element.type !== "search";
}
