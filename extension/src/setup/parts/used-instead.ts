import type { Credential } from "../../protocol/credentials.js";
import type { Automation } from "../../protocol/places.js";
import { nameOf } from "./words.js";

/**
 * Which of an owner's other credentials an automation uses in place of one that is attached to its profile, in a sentence
 * each. `attachments` and `origins` are those of the one, `others` all but it.
 */
export function usedInstead(
  attachments: readonly string[],
  origins: readonly string[],
  others: readonly Credential[],
  automations: readonly Automation[],
): readonly string[] {
  return automations.flatMap(({ name, profiles }) => {
    const place = `automation:${name}`;
    if (attachments.includes(place)) return [];
    if (!profiles.some((profile) => attachments.includes(`profile:${profile}`))) return [];
    const own = others.find(
      (other) => other.attachments.includes(place) && other.signInOrigins.some((origin) => origins.includes(origin)),
    );
    return own ? [`The automation ${name} has one of its own for this site and uses that: ${nameOf(own)}.`] : [];
  });
}
