import type { AuditedCredential } from "../audited.js";
import { masked } from "./masked.js";
import { fullTime } from "./times.js";
import { attachedTo, labelKey, siteOf } from "./words.js";

/** What tells credentials apart that have, or had, one label: for each of them, by its id. */
export function distinctionsOf(audited: readonly AuditedCredential[]): ReadonlyMap<string, string> {
  const holders = new Map<string, Set<string>>();
  for (const { id, labels } of audited)
    for (const label of labels) {
      const key = labelKey(label);
      holders.set(key, (holders.get(key) ?? new Set()).add(id));
    }
  const isShared = (label: string) => (holders.get(labelKey(label))?.size ?? 0) > 1;
  return new Map(
    audited.filter(({ labels }) => labels.some(isShared)).map((alike) => [alike.id, distinctionOf(alike)]),
  );
}

/** The site; the masked username and where it may be used, as long as it is there; when it was removed. */
function distinctionOf({ credential, site, removedAt }: AuditedCredential): string {
  const parts = [
    credential ? masked(credential.username) : "",
    site ? siteOf(site) : "",
    credential ? attachedTo(credential) : "",
    credential ? "" : ["removed", removedAt ? fullTime(removedAt) : ""].join(" ").trim(),
  ];
  return parts.filter((part) => part !== "").join(" · ");
}
