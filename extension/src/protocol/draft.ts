import type { PublicKey } from "./fill.js";

/** Begins to add or change a credential. */
export type BeginDraftRequest = Readonly<Record<never, never>>;

/**
 * What secrets are sealed with: JWE compact, `alg` ECDH-ES, `enc` A128CBC-HS256, `kid`, and as `apv` the UTF-8 of
 * `set-up`, the draft and the secret's field, joined by line feeds. The host that gave the draft opens it, and no other,
 * and only until the draft is spent.
 */
export interface BeginDraftAnswer {
  readonly draft: string;
  /** The key's RFC 7638 thumbprint. */
  readonly kid: string;
  /** The vault's public key. */
  readonly key: PublicKey;
}
