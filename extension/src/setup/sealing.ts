import { CompactEncrypt, importJWK } from "jose";
import type { BeginDraftAnswer } from "../protocol/draft.js";
import { host } from "./host.js";

/** A secret, sealed to the vault's public key for one draft: the page cannot open it any more. */
export interface Sealed {
  readonly draft: string;
  readonly sealed: string;
}

/** What one form is sealed for. */
export class Draft {
  #begun: Promise<BeginDraftAnswer> | null = null;

  /** The draft's name. */
  async name(): Promise<string> {
    return (await this.#answer()).draft;
  }

  /** Seals a value for one of its fields: `password`, `totp-seed`, or `field:` and a name. */
  async seal(field: string, value: string): Promise<Sealed> {
    const { draft, kid, key } = await this.#answer();
    const bytes = new TextEncoder().encode(value);
    try {
      const sealed = await new CompactEncrypt(bytes)
        .setProtectedHeader({ alg: "ECDH-ES", enc: "A128CBC-HS256", kid })
        .setKeyManagementParameters({ apv: new TextEncoder().encode(`set-up\n${draft}\n${field}`) })
        .encrypt(await importJWK({ ...key }, "ECDH-ES"));
      return { draft, sealed };
    } finally {
      bytes.fill(0);
    }
  }

  /** Begins anew: the host that knew this draft is gone, and what was sealed for it with it. */
  renew(): void {
    this.#begun = null;
  }

  #answer(): Promise<BeginDraftAnswer> {
    this.#begun ??= host.ask("begin-draft", {}).catch((error: unknown) => {
      this.#begun = null;
      throw error;
    });
    return this.#begun;
  }
}
