import { normalIdentifier } from "../detector/matching.js";
import { signIn, signOut } from "../detector/words/index.js";

/** How the document in the top frame came to be. */
interface Arrival {
  /** The address asked for by GET; null when a form was sent. */
  readonly asked: string | null;
  /** Whether the server, or the page asked for, led on to another address. */
  readonly led: boolean;
}

/** Where the agent was and wanted to go, of one tab. */
export interface AgentPlace {
  /** The last address that was not signed out. */
  readonly content: string | null;
  readonly arrival: Arrival | null;
  /** Whether the document that is there now was ever seen to be not signed out. */
  readonly usable: boolean;
  /** The address of the navigation that has begun and not been committed. */
  readonly begun: string | null;
  /** Where the document has gone by itself since it was last seen not signed out; null when it stayed. */
  readonly routed: string | null;
  /** What was wanted when the tab was first seen signed out; null when it is not. */
  readonly wanted: string | null;
  /** Whether what is wanted was asked for, and asked to sign in or led to where that is asked. */
  readonly wantedAsked: boolean;
}

/** A navigation of the top frame, as `webNavigation.onCommitted` tells it. */
export interface Commit {
  readonly url: string;
  readonly transitionType: string;
  readonly transitionQualifiers: readonly string[];
}

/** Nothing is known of the tab yet. */
export const nowhere: AgentPlace = {
  content: null,
  arrival: null,
  usable: false,
  begun: null,
  routed: null,
  wanted: null,
  wantedAsked: false,
};

/** A navigation began. */
export function navigationBegan(place: AgentPlace, url: string): AgentPlace {
  return { ...place, begun: url };
}

/** A new document is there. */
export function navigationCommitted(place: AgentPlace, commit: Commit): AgentPlace {
  return { ...place, arrival: arrivalOf(place, commit), usable: false, begun: null, routed: null };
}

/** The document that is there has gone to another address without being left, as single-page applications do. */
export function wentOnInDocument(place: AgentPlace, address: string): AgentPlace {
  // The first is where a link led; the application may go on from there to its sign-in page, by way of its first page.
  const leads = lastParts(address).some((part) => part !== "") && !isThreshold(address);
  return place.usable && place.wanted === null && leads ? { ...place, routed: place.routed ?? address } : place;
}

/** Whether the navigation came from outside of the page: typed, driven, reloaded, through the history. */
export function cameFromOutside({ transitionType, transitionQualifiers }: Commit): boolean {
  if (transitionQualifiers.includes("forward_back")) return true;
  return !["link", "form_submit", "auto_subframe", "manual_subframe"].includes(transitionType);
}

function arrivalOf(place: AgentPlace, commit: Commit): Arrival {
  // Going to the address again would not repeat what was posted, but it may be no page at all by GET.
  if (commit.transitionType === "form_submit") {
    return { asked: null, led: commit.transitionQualifiers.includes("server_redirect") };
  }
  if (commit.transitionQualifiers.includes("client_redirect") && place.arrival) {
    return { asked: place.usable ? (place.routed ?? place.content) : place.arrival.asked, led: true };
  }
  const asked = place.begun ?? commit.url;
  const led = commit.transitionQualifiers.includes("server_redirect") || withoutHash(asked) !== withoutHash(commit.url);
  // Loaded anew, a page that was of no use is there for the same reason as before, unless it leads elsewhere now.
  const isSame = !isFetched(place) || (!led && !place.usable);
  if (commit.transitionType === "reload" && place.arrival && isSame) return place.arrival;
  return { asked, led };
}

/** Whether the document that is there can be had by GET, and is not only what a form was answered with. */
export function isFetched({ arrival }: AgentPlace): boolean {
  return arrival !== null && (arrival.asked !== null || arrival.led);
}

/** The top document was seen and shows no form to sign in with. */
export function seenWithoutForm(place: AgentPlace, address: string, signedIn: boolean): AgentPlace {
  // The form of a page that is there for signing in may come later, or in a frame; one that signs out still shows the way out.
  const isNoPlace = isSignOutAddress(address) || (!signedIn && isSignInAddress(address));
  return isNoPlace ? place : goingTo(place, address);
}

/** The agent is, or will be, at an address that is not signed out. */
export function goingTo(place: AgentPlace, address: string): AgentPlace {
  return { ...place, content: address, usable: true, routed: null, wanted: null, wantedAsked: false };
}

/** The tab was seen signed out: settles what is wanted, and keeps it until the tab is usable again. */
export function seenSignedOut(place: AgentPlace, address: string): AgentPlace {
  const { wanted, wantedAsked } = wantedAt(place, address);
  return { ...place, wanted: withoutUser(wanted), wantedAsked };
}

function wantedAt(place: AgentPlace, address: string): Pick<AgentPlace, "wanted" | "wantedAsked"> {
  const arrived = place.usable ? null : place.arrival;
  // An application may go to its sign-in page by itself, in the same document, before anything was seen of it.
  const candidate = arrived && (arrived.led || isSignInAddress(address)) ? arrived.asked : address;
  // What was posted is not asked for again, and nobody wants to come back to a page that is only there for signing in, or out.
  if (candidate !== null && arrived?.asked !== null && !isThreshold(candidate))
    return { wanted: candidate, wantedAsked: true };
  if (place.wanted !== null) return place;
  if (place.routed !== null) return { wanted: place.routed, wantedAsked: true };
  // A document that shows something first and then, by itself, that one has to sign in, asks for it at its own address.
  const asks = place.content !== null && place.usable && place.arrival?.asked === place.content;
  return { wanted: place.content, wantedAsked: asks };
}

/**
 * Whether the address is one of a page that is only there for signing in, or for signing out: the first may ask whoever is
 * signed in, and the second ends the session that was just begun.
 */
export function isThreshold(address: string): boolean {
  return isSignInAddress(address) || isSignOutAddress(address);
}

function isSignOutAddress(address: string): boolean {
  return lastParts(address).some((part) => signOut(normalIdentifier(part)));
}

/** Whether the address is one of a page that is only there for signing in. */
export function isSignInAddress(address: string): boolean {
  const url = new URL(address);
  return pathsOf(url).some(isSignInPath) || routesOf(url).some((route) => signIn(normalIdentifier(lastPart(route))));
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

function withoutHash(address: string): string {
  return address.split("#", 1)[0] ?? address;
}

function withoutUser(address: string | null): string | null {
  if (address === null) return null;
  const { protocol, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && !username && !password ? address : null;
}
