import type { AuditEvent } from "../protocol/audit.js";
import type { Credential } from "../protocol/credentials.js";
import { allRecords } from "./host.js";

/** A credential that is there, or that was. */
export interface AuditedCredential {
  readonly id: string;
  /** All labels that it has had, its last one first. */
  readonly labels: readonly string[];
  /** Null when it was removed. */
  readonly credential: Credential | null;
  /** ISO 8601; null when no record says it. */
  readonly addedAt: string | null;
  /** An origin that it was for; null when no record names one. */
  readonly site: string | null;
  /** ISO 8601; null when it was not removed. */
  readonly removedAt: string | null;
}

/** Those in which a label begins or ends. */
const changes: readonly AuditEvent[] = ["add", "edit", "remove"];

/** All credentials that are there, and those that the audit says were. */
export async function auditedCredentials(credentials: readonly Credential[]): Promise<readonly AuditedCredential[]> {
  const found = new Map<string, AuditedCredential>(
    credentials.map((credential) => [
      credential.id,
      {
        id: credential.id,
        labels: [credential.label],
        credential,
        addedAt: null,
        site: credential.signInOrigins[0] ?? null,
        removedAt: null,
      },
    ]),
  );
  for await (const record of allRecords({ credential: null, events: changes, text: null, since: null, until: null })) {
    const { credential: id, label, event, at, site } = record;
    if (id === null || label === null) continue;
    const known = found.get(id) ?? { id, labels: [], credential: null, addedAt: null, site: null, removedAt: null };
    found.set(id, {
      ...known,
      labels: known.labels.includes(label) ? known.labels : [...known.labels, label],
      addedAt: known.addedAt ?? (event === "add" ? at : null),
      site: known.site ?? site,
      removedAt: known.removedAt ?? (event === "remove" ? at : null),
    });
  }
  return [...found.values()];
}
