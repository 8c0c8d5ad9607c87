type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json };

const views: Readonly<Record<string, new (buffer: ArrayBuffer) => ArrayBufferView>> = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
  DataView,
};

/**
 * Makes a value of IndexedDB from its JSON text. What JSON has no words for is an object with the one member `$date`,
 * `$bytes`, `$map`, `$set`, `$bigint`, `$number`, `$undefined`, `$regexp`, `$blob`, `$key`, or `$object` for an object
 * with a member that begins with `$` itself.
 */
export function storedValue(text: string): Promise<unknown> {
  return made(JSON.parse(text) as Json);
}

async function made(json: Json): Promise<unknown> {
  if (json === null || typeof json !== "object") return json;
  if (isList(json)) return all(json);
  const entries = Object.entries(json);
  const [first] = entries;
  if (entries.length === 1 && first?.[0].startsWith("$")) return tagged(first[0], first[1]);
  return objectOf(entries);
}

async function tagged(tag: string, json: Json): Promise<unknown> {
  switch (tag) {
    case "$undefined":
      return undefined;
    case "$number":
      return Number(json);
    case "$bigint":
      return BigInt(String(json));
    case "$date":
      // An invalid date has no number.
      return new Date(json === null ? Number.NaN : Number(json));
    case "$regexp": {
      const [source, flags] = texts(json);
      return new RegExp(source ?? "", flags);
    }
    case "$bytes": {
      const [kind, bytes] = texts(json);
      return bytesOf(kind ?? "", bytes ?? "");
    }
    case "$blob": {
      const [type, bytes] = texts(json);
      return new Blob([bufferOf(bytes ?? "")], { type: type ?? "" });
    }
    case "$map":
      return new Map((await all(list(json))) as [unknown, unknown][]);
    case "$set":
      return new Set(await all(list(json)));
    case "$object":
      return objectOf(list(json) as readonly (readonly [string, Json])[]);
    case "$key": {
      const [jwk, algorithm, usages] = list(json);
      return crypto.subtle.importKey(
        "jwk",
        jwk as JsonWebKey,
        (await made(algorithm ?? null)) as AlgorithmIdentifier,
        true,
        texts(usages ?? []) as KeyUsage[],
      );
    }
    default:
      throw new TypeError("A value of a kind that is not known.");
  }
}

async function objectOf(entries: readonly (readonly [string, Json])[]): Promise<object> {
  const object = {};
  for (const [member, json] of entries) {
    // Assigning "__proto__" would be something else.
    Object.defineProperty(object, member, {
      value: await made(json),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return object;
}

function all(items: readonly Json[]): Promise<unknown[]> {
  return Promise.all(items.map(made));
}

function bytesOf(kind: string, base64: string): unknown {
  const buffer = bufferOf(base64);
  if (kind === "ArrayBuffer") return buffer;
  const View = Object.hasOwn(views, kind) ? views[kind] : undefined;
  if (!View) throw new TypeError("Bytes of a kind that is not known.");
  return new View(buffer);
}

function bufferOf(base64: string): ArrayBuffer {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

function list(json: Json): readonly Json[] {
  if (!isList(json)) throw new TypeError("A list was expected.");
  return json;
}

function texts(json: Json): string[] {
  return list(json).map(String);
}
