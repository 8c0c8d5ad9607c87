import type { AuditedCredential } from "../audited.js";
import { masked } from "./masked.js";
import { fullTime } from "./times.js";
import { labelKey, siteOf } from "./words.js";

/** What tells credentials apart that have, or had, one label: for each of them, by its id. */
export function distinctionsOf(audited: readonly AuditedCredential[]): ReadonlyMap<string, string> {
  const holders = new Map<string, Set<string>>();
  for (const { id, labels } of audited)
    for (const label of labels) {
      const key = labelKey(label);
      holders.set(key, (holders.get(key) ?? new Set()).add(id));
    }
  const isShared = (label: string) => (holders.get(labelKey(label))?.size ?? 0) > 1;
  const alike = audited.filter(({ labels }) => labels.some(isShared));
  const told = new Map(alike.map((one) => [one.id, distinctionOf(one)]));
  const isAmbiguous = (text: string) => [...told.values()].filter((other) => other === text).length > 1;
  return new Map(
    alike.map((one) => {
      const text = told.get(one.id) ?? "";
      return [one.id, isAmbiguous(text) ? joined([text, when("added", one.addedAt)]) : text];
    }),
  );
}

/**
 * The site; the masked username, as long as it is there; when it was removed. Nothing that may have been another at the
 * time of a record beside which it stands, such as what it is attached to.
 */
function distinctionOf({ credential, site, removedAt }: AuditedCredential): string {
  return joined([
    credential ? masked(credential.username) : "",
    site ? siteOf(site) : "",
    credential ? "" : when("removed", removedAt),
  ]);
}

function when(what: string, at: string | null): string {
  return at === null ? what : `${what} ${fullTime(at)}`;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}
