/** Asked first on every connection. */
export interface HelloRequest {
  /** The extension's version. */
  readonly extension: string;
  /** The browser as it names itself, at most 256 characters. */
  readonly browser: string;
}

/** Who this profile is to the vault. */
export interface HelloAnswer {
  readonly host: string;
  readonly profile: string;
  readonly role: "owner" | "agent";
  /** Null when the browser was started without one. */
  readonly automation: string | null;
}
