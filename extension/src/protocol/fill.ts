import type { ValueName } from "../detector/index.js";
import type { Next } from "./next.js";
import type { Page } from "./page.js";

/** An ephemeral public key, RFC 7517. */
export interface PublicKey {
  readonly kty: "EC";
  readonly crv: "P-256";
  readonly x: string;
  readonly y: string;
}

/** Asks the values for the fields of one page. */
export interface FillRequest {
  readonly signIn: string;
  readonly page: Page;
  readonly fields: readonly ValueName[];
  readonly key: PublicKey;
}

/** One value, a JWE (RFC 7516 compact, ECDH-ES, A128CBC-HS256) to the key of the request. */
export interface SealedValue {
  readonly field: ValueName;
  readonly sealed: string;
}

/** `values` is empty when `next.do` is `wait` or `ended`. */
export interface FillAnswer {
  readonly values: readonly SealedValue[];
  /** Whether a box by which the site is to know this browser again is ticked in the form that they are for. */
  readonly rememberDevice: boolean;
  readonly next: Next;
}
