/** What an address comes to as an origin. */
export interface ReadOrigin {
  readonly origin: string;
  /** The whole address, when it named more than an origin. */
  readonly address: string | null;
  /** What was made of the text, for the owner; null when it was an origin already. */
  readonly said: string | null;
}

/** Why a text is of no use as an address, for the owner. */
export interface RefusedAddress {
  readonly refused: string;
}

/** Reads the origin out of what an owner typed or pasted. The host decides; what it would refuse is said here first. */
export function readOrigin(text: string): ReadOrigin | RefusedAddress {
  const bare = !/^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const given = bare ? `${schemeFor(text)}${text}` : text;
  if (/\s/.test(text) || !URL.canParse(given)) return noAddress;
  const url = new URL(given);
  // Chromium writes the star of a host name as %2A.
  if (/\*|%2a/i.test(url.hostname)) return wildcard;
  if (!/^https?:$/.test(url.protocol) || url.hostname === "") return noAddress;
  if (bare && !url.hostname.includes(".") && !isLoopback(url.hostname)) return noAddress;
  if (url.protocol === "http:" && !isLoopback(url.hostname)) return plainHttp(url);
  const named = url.username !== "" || url.password !== "";
  // A name in front of the host, and a password with it, is nothing that a sign-in page is found by.
  url.username = "";
  url.password = "";
  const more = url.pathname !== "/" || url.search !== "" || url.hash !== "";
  return {
    origin: url.origin,
    address: more ? url.href : null,
    said:
      more || named
        ? `Only the site counts (its origin), so ${url.origin} was taken from the address.`
        : bare
          ? `${url.protocol}// was put before it${url.protocol === "http:" ? ", as for this machine itself" : ""}.`
          : null,
  };
}

const noAddress: RefusedAddress = { refused: "This is not the address of a site. It looks like https://shop.example." };

const wildcard: RefusedAddress = { refused: "There are no wildcards: give each site." };

/** What is put before an address without a scheme: https, and http where nobody can read on the way. */
function schemeFor(bare: string): string {
  const plain = `http://${bare}`;
  return URL.canParse(plain) && isLoopback(new URL(plain).hostname) ? "http://" : "https://";
}

function plainHttp(url: URL): RefusedAddress {
  // A port that was for http says nothing of where https would be.
  const instead = url.port === "" ? `https://${url.host}` : "an https address";
  return { refused: `Over plain http a password can be read on its way. Give ${instead}.` };
}

/** A machine's way to itself, which nobody can read on (RFC 6761 section 6.3 for names). */
function isLoopback(hostname: string): boolean {
  return (
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    /^127(\.\d+){3}$/.test(hostname) ||
    hostname === "[::1]"
  );
}
