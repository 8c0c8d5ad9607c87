import type { Session, SessionCookie } from "../../protocol/session-text.js";

type Cookie = chrome.cookies.Cookie;

/** The cookie store of a tab: its id and the tabs that share it. */
export async function cookieStoreOf(tab: number): Promise<chrome.cookies.CookieStore | null> {
  const stores = await chrome.cookies.getAllCookieStores();
  return stores.find(({ tabIds }) => tabIds.includes(tab)) ?? null;
}

/**
 * Puts the cookies of a session into a store. Before, every cookie of the same name that the session origins would be
 * sent is removed, whatever its path, domain and partition, or with `clear` every cookie that they would be sent.
 * Cookies that the browser refuses are left out.
 */
export async function setCookies(storeId: string, { origins, cookies }: Session, clear: boolean): Promise<void> {
  const names = new Set(cookies.map(({ name }) => name));
  const hosts = origins.map((origin) => new URL(origin).hostname);
  const stale = (await allCookies(storeId)).filter(({ name }) => clear || names.has(name));
  for (const host of hosts) {
    await Promise.all(stale.filter((cookie) => isSent(cookie, host)).map((cookie) => remove(cookie, host)));
  }
  await Promise.all(cookies.map((cookie) => chrome.cookies.set(detailsOf(cookie, storeId)).catch(() => null)));
}

/** Names of cookies of the session that are in the store now; to be compared later with `missing`. */
export async function presentCookies(storeId: string, { cookies }: Session): Promise<ReadonlySet<string>> {
  const wanted = new Set(cookies.map((cookie) => keyOf(cookie, cookie.partition?.topLevelSite)));
  const present = (await allCookies(storeId)).map((cookie) => keyOf(cookie, cookie.partitionKey?.topLevelSite));
  return new Set(present.filter((key) => wanted.has(key)));
}

function allCookies(storeId: string): Promise<Cookie[]> {
  // The empty partition key stands for all partitions and none.
  return chrome.cookies.getAll({ storeId, partitionKey: {} });
}

// RFC 6265bis section 5.1.3; a host-only cookie of a domain above is another one.
function isSent({ domain, hostOnly }: Cookie, host: string): boolean {
  const bare = bareOf(domain);
  return host === bare || (!hostOnly && host.endsWith(`.${bare}`));
}

/** Removes a cookie by an address of the host that it is sent to, so that none is touched that the host is not sent. */
async function remove({ name, path, storeId, partitionKey }: Cookie, host: string): Promise<void> {
  const partition = partitionKey ? { partitionKey } : {};
  // The browser tells not which scheme set it, and asks for the right one.
  for (const scheme of ["https", "http"]) {
    await chrome.cookies.remove({ url: `${scheme}://${host}${path}`, name, storeId, ...partition }).catch(() => null);
  }
}

function detailsOf(cookie: SessionCookie, storeId: string): chrome.cookies.SetDetails {
  const { name, value, domain, hostOnly, path, httpOnly, secure, expires, partition } = cookie;
  return {
    url: addressOf(cookie),
    storeId,
    name,
    value,
    path,
    httpOnly,
    secure,
    sameSite: sameSiteOf(cookie),
    ...(hostOnly ? {} : { domain: bareOf(domain) }),
    ...(expires === null ? {} : { expirationDate: expires }),
    ...(partition === null ? {} : { partitionKey: { ...partition } }),
  };
}

/** The address that sets it: the browser keeps its scheme and port with the cookie. */
function addressOf({ domain, path, secure, sourceScheme, sourcePort, partition }: SessionCookie): string {
  let isSecure = sourceScheme === null ? secure : sourceScheme === "Secure";
  // To belong to the site at the top it has to have its scheme as well.
  if (partition && !partition.hasCrossSiteAncestor) isSecure = partition.topLevelSite.startsWith("https:");
  const port = sourcePort !== null && sourcePort > 0 ? `:${sourcePort}` : "";
  return `${isSecure ? "https" : "http"}://${bareOf(domain)}${port}${path}`;
}

function sameSiteOf({ sameSite }: SessionCookie): `${chrome.cookies.SameSiteStatus}` {
  switch (sameSite) {
    case "Strict":
      return "strict";
    case "Lax":
      return "lax";
    case "None":
      return "no_restriction";
    case null:
      return "unspecified";
  }
}

function keyOf({ name, value, domain, path }: Cookie | SessionCookie, partition: string | undefined): string {
  return JSON.stringify([name, value, bareOf(domain), path, partition ?? null]);
}

function bareOf(domain: string): string {
  return domain.startsWith(".") ? domain.slice(1) : domain;
}
