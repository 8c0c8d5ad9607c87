/** Asks an owner's credentials, in the order they were added. */
export interface ListCredentialsRequest {
  /** `next` of the answer before, or null from the beginning. */
  readonly after: string | null;
}

/** As many credentials as fit into one message. */
export interface ListCredentialsAnswer {
  readonly credentials: readonly Credential[];
  /** Asked with as `after` there is more; null: that was all. */
  readonly next: string | null;
}

/** A credential as its owner sees it: no secret, and nothing about one but that it is there. */
export interface Credential {
  readonly id: string;
  readonly label: string;
  readonly signInOrigins: readonly string[];
  readonly sessionOrigins: readonly string[];
  readonly signInUrl: string | null;
  readonly username: string;
  /** Whether an authenticator key is stored. */
  readonly totp: boolean;
  /** Names of the further fields that are stored. */
  readonly fields: readonly string[];
  readonly fill: Fill;
  /** Whether the site is to know the browser again. */
  readonly rememberDevice: boolean;
  /** Such as `profile:work` or `automation:invoices`. */
  readonly attachments: readonly string[];
  /** Null when it was never signed in with, or so long ago that it is found only when asked again. */
  readonly lastSignIn: LastSignIn | null;
  /** ISO 8601; null when it was not seen to work since what it signs in with was last changed. */
  readonly verifiedAt: string | null;
  /** Why the guard does not let it be tried now; null when it may be tried. */
  readonly stopped: Stop | null;
  /** Where another credential is attached to the same place for the same origin: the one is used whose username the page shows, else none. */
  readonly conflicts: readonly Conflict[];
}

/** Where the values are typed. */
export type Fill = "isolated" | "in-page";

/** The last sign-in, for an agent or to verify. */
export interface LastSignIn {
  /** ISO 8601. */
  readonly at: string;
  readonly event: "sign-in" | "verify";
  /** `signed-in` or another outcome, see docs/protocol.md. */
  readonly outcome: string;
  readonly reason: string | null;
  /** For a person. */
  readonly sentence: string;
  /** Whether the credential was changed after it, so that it says nothing of what is stored now. */
  readonly changedSince: boolean;
}

/** Why the guard stopped a credential. */
export interface Stop {
  readonly reason: string;
  /** For a person. */
  readonly sentence: string;
  /** Whether `unlock-credential` lifts it; if not, time does. */
  readonly unlockable: boolean;
}

/** Other credentials at the same place. */
export interface Conflict {
  /** Such as `profile:work`. */
  readonly attachment: string;
  readonly origin: string;
  /** Labels of the others, at most five. */
  readonly others: readonly string[];
}

/**
 * Adds a credential, or makes an existing one what is given here, whole. Error bodies name the part that is wrong in
 * `field`: `label`, `username`, `signInUrl`, `signInOrigins[0]`, `sessionOrigins[1]`, `attachments[0]`, or a secret's
 * field.
 */
export interface SaveCredentialRequest {
  /** The id of the credential to change; null adds one. */
  readonly credential: string | null;
  /** The draft that the secrets were sealed for. It is spent when the credential was saved. */
  readonly draft: string;
  readonly label: string;
  readonly signInOrigins: readonly string[];
  /** Empty: the same as the sign-in origins. */
  readonly sessionOrigins: readonly string[];
  readonly signInUrl: string | null;
  readonly username: string;
  readonly fill: Fill;
  /** Whether the site is to know the browser again. */
  readonly rememberDevice: boolean;
  readonly attachments: readonly string[];
  /** Every secret that the credential is to have: `password` always; one that is not named here is removed. */
  readonly secrets: readonly GivenSecret[];
}

/** A secret on its way to the vault. */
export interface GivenSecret {
  /** `password`, `totp-seed`, or `field:` and the name of a further field. */
  readonly field: string;
  /** A JWE to the draft's key; null: as it is stored, which is refused with other sign-in origins, and with `in-page` for `isolated`. */
  readonly sealed: string | null;
}

/** What was saved. */
export interface SaveCredentialAnswer {
  readonly credential: string;
}

/** Names a credential by its id. */
export interface CredentialRequest {
  readonly credential: string;
}

/** It was done. */
export type DoneAnswer = Readonly<Record<never, never>>;
