/** What an address comes to as an origin. */
export interface ReadOrigin {
  readonly origin: string;
  /** The whole address, when it named more than an origin. */
  readonly address: string | null;
  /** What was made of the text, for the owner; null when it was an origin already. */
  readonly said: string | null;
}

/** Reads the origin out of what an owner typed or pasted; null when it is no address of a site. */
export function readOrigin(text: string): ReadOrigin | null {
  const bare = !/^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const address = bare ? `https://${text}` : text;
  if (/\s/.test(text) || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol) || url.hostname === "") return null;
  if (bare && !url.hostname.includes(".") && url.hostname !== "localhost") return null;
  const more = url.pathname !== "/" || url.search !== "" || url.hash !== "";
  return {
    origin: url.origin,
    address: more ? url.href : null,
    said: more
      ? `Only the origin counts, so ${url.origin} was taken from the address.`
      : bare
        ? "https:// was put before it."
        : null,
  };
}
