import { type ReadOrigin, readOrigin } from "./origins.js";
import { TextField } from "./text-field.js";

/** Where signing in starts: the address that was pasted as a site, until one is typed here. */
export class SignInPage extends TextField {
  /** The address as it was taken from a site; empty when it was not. */
  #taken = "";

  /** `address` is the one that the credential has; empty: none. */
  constructor(address: string) {
    super({
      label: "Sign-in page (optional)",
      hint: "Where signing in starts. Without it, the vault starts at the site's first page.",
      value: address,
      type: "url",
      placeholder: "https://shop.example/login",
    });
  }

  /** Follows a site that was given, when none is typed here; `sites` are all that are given. */
  take({ origin, address }: ReadOrigin, sites: readonly string[]): void {
    if (this.value !== "") {
      if (this.value !== this.#taken) return;
      const { origin: taken } = new URL(this.value);
      if (sites.includes(taken) && (address === null || origin !== taken)) return;
    }
    this.#taken = address ?? "";
    this.input.value = this.#taken;
    if (address) this.note("Taken from the address that you gave above.");
    else this.clear();
  }

  /** Goes when no site is left that it was taken from. */
  drop(sites: readonly string[]): void {
    if (this.value === "" || this.value !== this.#taken) return;
    if (sites.includes(new URL(this.value).origin)) return;
    this.#taken = "";
    this.input.value = "";
    this.clear();
  }

  /** Says what is wrong with it; true when nothing is. A bare address is put right. */
  check(origins: readonly string[]): boolean {
    const wrong = this.#wrong(origins);
    if (wrong !== null) this.fail(wrong);
    else if (this.failed) this.clear();
    return wrong === null;
  }

  #wrong(origins: readonly string[]): string | null {
    if (this.value === "") return null;
    const read = readOrigin(this.value);
    if ("refused" in read) return read.refused;
    if (!this.value.includes("://")) this.input.value = `${new URL(read.origin).protocol}//${this.value}`;
    if (origins.length === 0 || origins.includes(read.origin)) return null;
    return `This page is at ${read.origin}, which is none of the sites above.`;
  }
}
