/** Asks what a credential can be attached to. */
export type ListPlacesRequest = Readonly<Record<never, never>>;

/** Profiles and automations, each by name. */
export interface ListPlacesAnswer {
  readonly profiles: readonly Profile[];
  readonly automations: readonly Automation[];
  /** How the command line is called in a terminal: `credential-vault`, or its path, quoted for a shell; before it `CREDENTIAL_VAULT_HOME=…`, where the vault is not at its usual place. */
  readonly commandLine: string;
}

/** A registered profile. */
export interface Profile {
  readonly name: string;
  readonly role: "owner" | "agent";
}

/** A named job and the profiles it may run in. */
export interface Automation {
  readonly name: string;
  readonly profiles: readonly string[];
}

/** Adds an automation. An error body's `field` is `name` or `profiles`. */
export interface AddAutomationRequest {
  /** 1 to 64 letters, digits, dots, dashes, underscores. */
  readonly name: string;
  /** Names of agent profiles; at least one. */
  readonly profiles: readonly string[];
}

/** Removes an automation, with every attachment to it. */
export interface RemoveAutomationRequest {
  readonly name: string;
}
