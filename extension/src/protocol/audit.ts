import type { Fill } from "./credentials.js";

/** Asks what happened, latest first. */
export interface ListAuditRequest {
  /** `next` of the answer before, or null for the latest. */
  readonly before: string | null;
  /** How many at most, 1 to 200. */
  readonly limit: number;
  /** Only of this credential, by id; null: of all. */
  readonly credential: string | null;
  /** Only these; empty: all. */
  readonly events: readonly AuditEvent[];
  /** Only what contains this text, in any case, in one of its members or in the username of its credential; null: all. */
  readonly text: string | null;
  /** ISO 8601: only what happened then or later; null: however long ago. */
  readonly since: string | null;
  /** ISO 8601: only what happened before then; null: until now. */
  readonly until: string | null;
}

/** Records that fit. */
export interface ListAuditAnswer {
  readonly records: readonly AuditRecord[];
  /** Asked with as `before` there is more, perhaps; null: that was all. */
  readonly next: string | null;
}

/** What a record is about. */
export type AuditEvent =
  | "sign-in"
  | "refusal"
  | "get-code"
  | "verify"
  | "unlock"
  | "add"
  | "edit"
  | "attach"
  | "detach"
  | "remove"
  | "add-profile"
  | "remove-profile"
  | "add-automation"
  | "remove-automation";

/** One record. */
export interface AuditRecord {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly event: AuditEvent;
  /** In plain words. */
  readonly sentence: string;
  /** Null when the owner did it. */
  readonly profile: string | null;
  readonly automation: string | null;
  /** An origin. */
  readonly site: string | null;
  /** Further origins that a credential was added for. */
  readonly moreSites: readonly string[];
  /** Id. */
  readonly credential: string | null;
  /** As it was called then. */
  readonly label: string | null;
  readonly outcome: string | null;
  readonly reason: string | null;
  readonly milliseconds: number | null;
  /** How much of it was waiting for a code or a turn. */
  readonly waitedMilliseconds: number | null;
  /** Where the site had stored a secret; nothing of that was handed over. */
  readonly reflected: readonly string[];
  /** With `add`, `edit`, `attach`, `detach` and `remove`, and with the profiles and automations; else null. */
  readonly change: RecordedChange | null;
}

/** What the owner changed in a credential, by the names of its parts, no value of any; or the profile or automation that came or went. */
export interface RecordedChange {
  readonly program: "set-up-page" | "command-line";
  /** `label`, `sign-in-origins`, `session-origins`, `sign-in-url`, `username`, `remember-device`, `fill`, or a secret's field. */
  readonly changed: readonly string[];
  /** Fields of secrets that were taken away. */
  readonly removed: readonly string[];
  /** Such as `profile:work`. */
  readonly attached: readonly string[];
  readonly detached: readonly string[];
  /** The fill, where the credential was added or has another one now. */
  readonly fill: Fill | null;
  /** Whether the site is to remember the sign-in browser, where that is another now. */
  readonly rememberDevice: boolean | null;
  /** The profile or automation that came or went, such as `profile:work`; null: a credential was changed. */
  readonly place: string | null;
  /** What the profile may do, or did; null: it was no profile. */
  readonly role: "owner" | "agent" | null;
  /** Names of the profiles that the automation may run in, or did. */
  readonly runsIn: readonly string[];
}
