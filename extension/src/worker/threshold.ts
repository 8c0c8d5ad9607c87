import { normalIdentifier } from "../detector/matching.js";
import { signIn, signOut } from "../detector/words/index.js";

/**
 * Whether the address is one of a page that is only there for signing in, or for signing out: the first may ask whoever is
 * signed in, and the second ends the session that was just begun.
 */
export function isThreshold(address: string): boolean {
  return isSignInAddress(address) || isSignOutAddress(address);
}

/** Whether the address is one of a page that is only there for signing out. */
export function isSignOutAddress(address: string): boolean {
  return lastParts(address).some((part) => signOut(normalIdentifier(part)));
}

/** Whether the address is one of a page that is only there for signing in. */
export function isSignInAddress(address: string): boolean {
  const url = new URL(address);
  return pathsOf(url).some(isSignInPath) || routesOf(url).some((route) => signIn(normalIdentifier(lastPart(route))));
}

/** Whether the address is that of a site's first page. */
export function isFirstPage(address: string): boolean {
  return lastParts(address).every((part) => part === "");
}

function isSignInPath(path: string): boolean {
  const parts = path.split("/").filter((part) => part !== "");
  return (
    parts.some((part) => signIn(normalIdentifier(part)) || /^(oauth2?|sso|saml2?)$/i.test(part)) ||
    // Further in they are words like others: an administration keeps its users at /admin/auth/user/.
    [parts.at(0), parts.at(-1)].some((part) => part !== undefined && /^(auth|sessions?)$/i.test(part))
  );
}

/** Parameters in which many applications name the page that is meant, such as `?do=login` and `?route=account/login`. */
const routing =
  /^_?(task|action|act|do|mod|module|page|view|route|r|op|cmd|method|screen|path|title|mode|go|section)$/i;

/** What the query of an address says is meant, where it does; an address in it is where to go afterwards. */
function routesOf({ searchParams }: URL): string[] {
  return [...searchParams].flatMap(([name, value]) => (routing.test(name) && !/^\/|:\/\//.test(value) ? [value] : []));
}

/** The path, and that behind a hash where the application has its own there. */
function pathsOf({ pathname, hash }: URL): string[] {
  return /^#!?\//.test(hash) ? [pathname, hash.replace(/^#!?|\?.*$/g, "")] : [pathname];
}

/** The last part of each path of an address, and of each page that its query names. */
function lastParts(address: string): string[] {
  const url = new URL(address);
  return [...pathsOf(url), ...routesOf(url)].map(lastPart);
}

function lastPart(path: string): string {
  return path.split(/[/:]/).findLast((part) => part !== "") ?? "";
}
