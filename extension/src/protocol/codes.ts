/** Asks the current one-time code of an authenticator key that is not saved yet. */
export interface GetDraftCodeRequest {
  readonly draft: string;
  /** The key as the site shows it, or its `otpauth://` link, sealed for the field `totp-seed`. */
  readonly sealed: string;
}

/** Asks the current one-time code of a credential. A code that is given counts as used from then on. */
export interface GetCodeRequest {
  readonly credential: string;
}

/** The current code: the only thing an owner can be told that was made from a secret. */
export interface CodeAnswer {
  readonly code: string;
  /** How long it is valid, in seconds, from 0: then the next one begins. */
  readonly secondsLeft: number;
  /** How long each code is valid, in seconds. */
  readonly period: number;
  /** Whether it was shown or used before, so that the site may refuse it; always false for a draft. */
  readonly usedBefore: boolean;
  /** A sentence when the clock of this machine cannot be right, or null. */
  readonly clockDoubt: string | null;
}
