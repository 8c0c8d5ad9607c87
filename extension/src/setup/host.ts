import type { AuditRecord, ListAuditRequest } from "../protocol/audit.js";
import type { Credential } from "../protocol/credentials.js";
import type { ListPlacesAnswer } from "../protocol/places.js";
import { HostConnection, HostRefusal, HostUnavailable } from "../worker/connection.js";

export { HostRefusal, HostUnavailable };

/** The page's own connection. It stays open as long as the page: the host keeps what a form is sealed for in memory. */
export const host = new HostConnection(() => true);

/** All credentials, in the order they were added. */
export async function allCredentials(): Promise<readonly Credential[]> {
  const all: Credential[] = [];
  let after: string | null = null;
  do {
    const { credentials, next }: { credentials: readonly Credential[]; next: string | null } = await host.ask(
      "list-credentials",
      { after },
    );
    all.push(...credentials);
    after = next;
  } while (after !== null);
  return all;
}

/** All that a place of the page is made from. */
export interface Known {
  readonly credentials: readonly Credential[];
  readonly places: ListPlacesAnswer;
}

/** All audit records that fit, latest first, as they come. */
export async function* allRecords(asked: Omit<ListAuditRequest, "before" | "limit">): AsyncGenerator<AuditRecord> {
  let before: string | null = null;
  do {
    const { records, next }: { records: readonly AuditRecord[]; next: string | null } = await host.ask("list-audit", {
      ...asked,
      before,
      limit: 200,
    });
    yield* records;
    before = next;
  } while (before !== null);
}

/** What went wrong, for the owner. */
export function sentenceOf(error: unknown): string {
  if (error instanceof HostRefusal) return error.message;
  if (error instanceof HostUnavailable) {
    return "The vault does not answer. Reload the page; if it stays so, run 'credential-vault doctor' in a terminal.";
  }
  throw error;
}
