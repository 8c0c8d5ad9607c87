import { base64url, compactDecrypt, exportJWK } from "jose";
import type { ValueName } from "../detector/index.js";
import type { PublicKey } from "../protocol/fill.js";

/** A key for the values of one answer. Its private half cannot leave the browser's key store, and dies with the worker. */
export class EphemeralKey {
  private constructor(
    private readonly pair: CryptoKeyPair,
    /** What the host seals to. */
    readonly publicKey: PublicKey,
  ) {}

  /** Makes a new key on P-256. */
  static async create(): Promise<EphemeralKey> {
    const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, false, ["deriveBits"]);
    const { x, y } = await exportJWK(pair.publicKey);
    if (!x || !y) throw new Error("The browser gave no P-256 key.");
    return new EphemeralKey(pair, { kty: "EC", crv: "P-256", x, y });
  }

  /** Opens a value that was sealed for this sign-in and this field; throws when it was sealed for anything else. */
  async open(sealed: string, signIn: string, field: ValueName): Promise<string> {
    const { plaintext, protectedHeader } = await compactDecrypt(sealed, this.pair.privateKey, {
      keyManagementAlgorithms: ["ECDH-ES"],
      contentEncryptionAlgorithms: ["A128CBC-HS256"],
    });
    try {
      const context = base64url.encode(`on-the-way\n${signIn}\n${field}`);
      if (protectedHeader.apv !== context || "zip" in protectedHeader) {
        throw new Error("A value was sealed for another place.");
      }
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(plaintext);
    } finally {
      plaintext.fill(0);
    }
  }
}
