// Reads what this origin stored. Given as one JSON text; values of IndexedDB are written so that they can be made again.
async function readStorage(most) {
  const problems = new Set();
  let size = 0;
  const count = (text) => {
    size += text.length;
    if (size > Number(most)) throw new RangeError("too large");
    return text;
  };
  // Asked by number: what is stored under a name of its prototype, such as "key" or "length", is no property of it.
  const area = (storage) =>
    Array.from({ length: storage.length }, (_, at) => storage.key(at)).map((key) => ({ key: count(key), value: count(storage.getItem(key)) }));

  const base64 = (buffer) => {
    let text = "";
    const bytes = new Uint8Array(buffer);
    for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(text);
  };

  // A tagged value is an object with the one member that starts with "$".
  const encode = async (value, above = []) => {
    switch (typeof value) {
      case "string":
      case "boolean":
        return value;
      case "number":
        return Number.isFinite(value) && !Object.is(value, -0) ? value : { $number: Object.is(value, -0) ? "-0" : String(value) };
      case "bigint":
        return { $bigint: String(value) };
      case "undefined":
        return { $undefined: true };
    }
    if (value === null) return null;
    if (above.includes(value)) throw new TypeError("a value that holds itself");
    const inside = [...above, value];
    if (Array.isArray(value)) return Promise.all(value.map((item) => encode(item, inside)));
    if (value instanceof Date) return { $date: value.getTime() };
    if (value instanceof RegExp) return { $regexp: [value.source, value.flags] };
    if (value instanceof ArrayBuffer) return { $bytes: ["ArrayBuffer", base64(value)] };
    if (ArrayBuffer.isView(value)) {
      const { buffer, byteOffset, byteLength } = value;
      return { $bytes: [value.constructor.name, base64(buffer.slice(byteOffset, byteOffset + byteLength))] };
    }
    if (value instanceof Map) {
      return { $map: await Promise.all([...value].map(async ([key, item]) => [await encode(key, inside), await encode(item, inside)])) };
    }
    if (value instanceof Set) return { $set: await Promise.all([...value].map((item) => encode(item, inside))) };
    if (value instanceof Blob) return { $blob: [value.type, base64(await value.arrayBuffer())] };
    if (value instanceof CryptoKey) {
      if (!value.extractable) throw new TypeError("a key that cannot leave");
      return { $key: [await crypto.subtle.exportKey("jwk", value), { ...value.algorithm }, [...value.usages]] };
    }
    if (Object.prototype.toString.call(value) !== "[object Object]") throw new TypeError("a kind of value that is not known");
    const entries = await Promise.all(Object.entries(value).map(async ([key, item]) => [key, await encode(item, inside)]));
    const object = Object.fromEntries(entries);
    return entries.some(([key]) => key.startsWith("$")) ? { $object: entries } : object;
  };

  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new Error("blocked"));
    });

  const readStore = async (database, name) => {
    const store = database.transaction(name).objectStore(name);
    const indexes = [...store.indexNames].map((index) => {
      const { keyPath, unique, multiEntry } = store.index(index);
      return { name: index, keyPath: JSON.stringify(keyPath), unique, multiEntry };
    });
    const { keyPath, autoIncrement } = store;
    const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
    const records = [];
    for (const [at, key] of keys.entries()) {
      try {
        records.push({ key: count(JSON.stringify(await encode(key))), value: count(JSON.stringify(await encode(values[at]))) });
      } catch (problem) {
        if (problem instanceof RangeError) throw problem;
        problems.add(`${database.name}/${name}`);
      }
    }
    return { name, keyPath: keyPath === null ? null : JSON.stringify(keyPath), autoIncrement, indexes, records };
  };

  const readDatabases = async () => {
    const databases = [];
    for (const { name, version } of (await indexedDB.databases?.()) ?? []) {
      const database = await done(indexedDB.open(name));
      try {
        const stores = [];
        for (const store of database.objectStoreNames) stores.push(await readStore(database, store));
        databases.push({ name, version, stores });
      } finally {
        database.close();
      }
    }
    return databases;
  };

  try {
    const local = area(localStorage);
    const session = area(sessionStorage);
    const databases = await readDatabases();
    return JSON.stringify({ local, session, databases, notPortable: [...problems], tooLarge: false });
  } catch (problem) {
    if (!(problem instanceof RangeError)) throw problem;
    return JSON.stringify({ local: [], session: [], databases: [], notPortable: [], tooLarge: true });
  }
}
