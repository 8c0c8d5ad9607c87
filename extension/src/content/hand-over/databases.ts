import type { StoredDatabase, StoredObjectStore } from "../../protocol/session-text.js";
import { storedValue } from "./values.js";

type Row = { readonly key: IDBValidKey; readonly value: unknown };

/**
 * Writes a database. One that has the same version and stores already is only emptied and filled, so that whoever has it
 * open, a service worker say, keeps working; another one is deleted and made anew.
 */
export async function writeDatabase(wanted: StoredDatabase): Promise<void> {
  // A transaction ends when nothing is asked of it, so all values are made before.
  const rows = new Map<string, readonly Row[]>();
  for (const store of wanted.stores) rows.set(store.name, await rowsOf(store));
  const present = (await indexedDB.databases()).find(({ name }) => name === wanted.name);
  if (present?.version === wanted.version) {
    const database = await opened(indexedDB.open(wanted.name));
    try {
      if (isLike(database, wanted)) return await fill(database, wanted, rows);
    } finally {
      database.close();
    }
  }
  if (present) await done(indexedDB.deleteDatabase(wanted.name));
  const opening = indexedDB.open(wanted.name, wanted.version);
  opening.addEventListener("upgradeneeded", () => {
    for (const store of wanted.stores) create(opening.result, store);
  });
  const database = await opened(opening);
  try {
    await fill(database, wanted, rows);
  } finally {
    database.close();
  }
}

/** Deletes every database of this origin. */
export async function deleteDatabases(): Promise<void> {
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  await Promise.all(names.map((name) => done(indexedDB.deleteDatabase(name))));
}

async function rowsOf({ records }: StoredObjectStore): Promise<readonly Row[]> {
  return Promise.all(
    records.map(async ({ key, value }) => ({
      key: (await storedValue(key)) as IDBValidKey,
      value: await storedValue(value),
    })),
  );
}

function isLike(database: IDBDatabase, { stores }: StoredDatabase): boolean {
  if (database.objectStoreNames.length !== stores.length) return false;
  return stores.every((wanted) => {
    if (!database.objectStoreNames.contains(wanted.name)) return false;
    const store = database.transaction(wanted.name).objectStore(wanted.name);
    const keyPath = JSON.stringify(store.keyPath);
    return (
      keyPath === (wanted.keyPath ?? "null") && wanted.indexes.every(({ name }) => store.indexNames.contains(name))
    );
  });
}

function create(database: IDBDatabase, { name, keyPath, autoIncrement, indexes }: StoredObjectStore): void {
  const store = database.createObjectStore(name, { keyPath: keyPath === null ? null : pathOf(keyPath), autoIncrement });
  for (const { name, keyPath, unique, multiEntry } of indexes) {
    store.createIndex(name, pathOf(keyPath), { unique, multiEntry });
  }
}

function pathOf(json: string): string | string[] {
  return JSON.parse(json) as string | string[];
}

function fill(
  database: IDBDatabase,
  { stores }: StoredDatabase,
  rows: ReadonlyMap<string, readonly Row[]>,
): Promise<void> {
  if (stores.length === 0) return Promise.resolve();
  const transaction = database.transaction(
    stores.map(({ name }) => name),
    "readwrite",
  );
  const ended = new Promise<void>((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () => reject(transaction.error));
  });
  for (const { name, keyPath } of stores) {
    const store = transaction.objectStore(name);
    store.clear();
    for (const { key, value } of rows.get(name) ?? []) {
      if (keyPath === null) store.put(value, key);
      else store.put(value);
    }
  }
  return ended;
}

async function opened(request: IDBOpenDBRequest): Promise<IDBDatabase> {
  const database = await done(request);
  // Others who delete it or raise its version are not held up.
  database.addEventListener("versionchange", () => database.close());
  return database;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}
