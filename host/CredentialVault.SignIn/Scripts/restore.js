// Writes what storage.js has read into the storage of this origin, in place of what is there.
async function writeStorage(json) {
  const { local, session, databases } = JSON.parse(json);

  const bytes = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

  const decode = async (value) => {
    if (value === null || typeof value !== "object") return value;
    if (Array.isArray(value)) return Promise.all(value.map(decode));
    const entries = Object.entries(value);
    if (entries.length === 1 && entries[0][0].startsWith("$")) {
      const [tag, held] = entries[0];
      switch (tag) {
        case "$number":
          return Number(held);
        case "$bigint":
          return BigInt(held);
        case "$undefined":
          return undefined;
        case "$date":
          return new Date(held);
        case "$regexp":
          return new RegExp(...held);
        case "$bytes": {
          const { buffer } = bytes(held[1]);
          return held[0] === "ArrayBuffer" ? buffer : new globalThis[held[0]](buffer);
        }
        case "$map":
          return new Map(await Promise.all(held.map(async ([key, item]) => [await decode(key), await decode(item)])));
        case "$set":
          return new Set(await Promise.all(held.map(decode)));
        case "$blob":
          return new Blob([bytes(held[1])], { type: held[0] });
        case "$key":
          return crypto.subtle.importKey("jwk", held[0], held[1], true, held[2]);
        case "$object":
          return Object.fromEntries(held);
      }
    }
    return Object.fromEntries(await Promise.all(entries.map(async ([key, item]) => [key, await decode(item)])));
  };

  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new Error("blocked"));
    });

  const writeDatabase = async ({ name, version, stores }) => {
    // Values first: a transaction does not wait for anything else.
    const decoded = [];
    for (const store of stores) {
      const records = [];
      for (const { key, value } of store.records) records.push([await decode(JSON.parse(key)), await decode(JSON.parse(value))]);
      decoded.push({ ...store, records });
    }
    await done(indexedDB.deleteDatabase(name));
    const opening = indexedDB.open(name, version);
    opening.onupgradeneeded = () => {
      for (const { name: store, keyPath, autoIncrement, indexes, records } of decoded) {
        const made = opening.result.createObjectStore(store, { keyPath: keyPath === null ? null : JSON.parse(keyPath), autoIncrement });
        for (const index of indexes) made.createIndex(index.name, JSON.parse(index.keyPath), { unique: index.unique, multiEntry: index.multiEntry });
        for (const [key, value] of records) made.put(value, ...(keyPath === null ? [key] : []));
      }
    };
    (await done(opening)).close();
  };

  for (const [area, items] of [
    [localStorage, local],
    [sessionStorage, session],
  ]) {
    area.clear();
    for (const { key, value } of items) area.setItem(key, value);
  }
  for (const database of databases) await writeDatabase(database);
  return true;
}
