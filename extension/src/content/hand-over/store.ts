import type { StoreOrder, StoreResult } from "../../messages/parking.js";
import { deleteDatabases, writeDatabase } from "./databases.js";
import { isParked } from "./parking.js";

/** A database that somebody else holds open can be waited for without end. */
const longestMilliseconds = 5_000;

/** Writes what the session has of this origin, in a document where no script of the site runs. */
export async function store({ storage, clear }: StoreOrder): Promise<StoreResult> {
  if (!isParked() || (storage && storage.origin !== self.origin)) return "refused";
  try {
    if (clear) await within(deleteAll());
    if (storage) {
      for (const { key, value } of storage.local) localStorage.setItem(key, value);
      for (const { key, value } of storage.session) sessionStorage.setItem(key, value);
      await within(Promise.all(storage.databases.map(writeDatabase)));
    }
    return "stored";
  } catch {
    return "refused";
  }
}

async function deleteAll(): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
  await deleteDatabases();
  // Not there over plain http.
  if ("caches" in self) await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}

async function within(task: Promise<unknown>): Promise<void> {
  let bound: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    bound = setTimeout(() => reject(new Error("The browser did not finish in time.")), longestMilliseconds);
  });
  await Promise.race([task, late]).finally(() => clearTimeout(bound));
}
