/** What makes a browser signed in, as the joined parts say in JSON. Never logged, never kept. */
export interface Session {
  /** The session origins. */
  readonly origins: readonly string[];
  readonly cookies: readonly SessionCookie[];
  readonly storage: readonly OriginStorage[];
}

/** A cookie with every attribute (RFC 6265bis). */
export interface SessionCookie {
  /** May be empty. */
  readonly name: string;
  readonly value: string;
  /** The host that set it, or the domain whose hosts are sent it, which may begin with a dot. */
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  /** Seconds since 1970; null: with the browser. */
  readonly expires: number | null;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite: "Strict" | "Lax" | "None" | null;
  /** Of the address that set it; null when not known. */
  readonly sourceScheme: "Secure" | "NonSecure" | null;
  readonly sourcePort: number | null;
  readonly partition: { readonly topLevelSite: string; readonly hasCrossSiteAncestor: boolean } | null;
}

/** What scripts of one origin have stored. */
export interface OriginStorage {
  readonly origin: string;
  readonly local: readonly StoredItem[];
  readonly session: readonly StoredItem[];
  readonly databases: readonly StoredDatabase[];
}

/** An item of localStorage or sessionStorage. */
export interface StoredItem {
  readonly key: string;
  readonly value: string;
}

/** A database of IndexedDB. */
export interface StoredDatabase {
  readonly name: string;
  readonly version: number;
  readonly stores: readonly StoredObjectStore[];
}

/** An object store of IndexedDB. */
export interface StoredObjectStore {
  readonly name: string;
  /** JSON: a string or an array of strings; null: none. */
  readonly keyPath: string | null;
  readonly autoIncrement: boolean;
  readonly indexes: readonly StoredIndex[];
  readonly records: readonly StoredRecord[];
}

/** An index of an object store. */
export interface StoredIndex {
  readonly name: string;
  /** JSON. */
  readonly keyPath: string;
  readonly unique: boolean;
  readonly multiEntry: boolean;
}

/** A record of an object store; both are JSON, and what JSON has no words for is an object with one member `$...`. */
export interface StoredRecord {
  readonly key: string;
  readonly value: string;
}
