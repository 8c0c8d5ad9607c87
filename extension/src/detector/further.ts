import { normal } from "./matching.js";
import { namingOf } from "./naming.js";
import type { DetectedForm, ValueName } from "./report.js";
import * as words from "./words/index.js";

const prefix = "field:";

/**
 * Where values go in a form. A further one goes to the field that its owner's name for it fits best: the same words, all
 * of its words, or the same meaning. One that fits none has no place.
 */
export function placesOf(
  form: DetectedForm,
  fields: readonly ValueName[],
): ReadonlyMap<ValueName, readonly HTMLInputElement[]> {
  const places = new Map<ValueName, readonly HTMLInputElement[]>();
  const free = new Set(form.fields.get("further") ?? []);
  for (const field of fields) {
    if (isFurther(field)) {
      const element = bestFor(normal(field.slice(prefix.length)), [...free]);
      if (element === undefined) continue;
      free.delete(element);
      places.set(field, [element]);
    } else {
      const elements = form.fields.get(field);
      if (elements !== undefined) places.set(field, elements);
    }
  }
  return places;
}

/** Whether a value is one of those that only its owner has a name for. */
export function isFurther(field: ValueName): field is `field:${string}` {
  return field.startsWith(prefix);
}

function bestFor(name: string, elements: readonly HTMLInputElement[]): HTMLInputElement | undefined {
  const ranked = elements.map((element) => ({ element, fit: fitOf(name, element) })).filter(({ fit }) => fit > 0);
  return ranked.sort((one, other) => other.fit - one.fit)[0]?.element;
}

const meanings = [words.tenant, words.email, words.phone, words.username, words.securityQuestion];

function fitOf(name: string, element: HTMLInputElement): number {
  const { label, code } = namingOf(element);
  if (name === label || name === code) return 3;
  if ([label, code].some((text) => name.split(" ").every((word) => text.split(" ").includes(word)))) return 2;
  return meanings.some((means) => means(name) && (means(label) || means(code))) ? 1 : 0;
}
