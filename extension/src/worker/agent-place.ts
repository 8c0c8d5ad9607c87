import { isFirstPage, isSignInAddress, isSignOutAddress, isThreshold } from "./threshold.js";

/** How soon after an application has gone to a page it asks to sign in for that page, if it does. */
const routeMilliseconds = 3_000;

/** For how long a document that is being left is not filled: what leads elsewhere may also be a file, or never answered. */
const leavingMilliseconds = 3_000;

/** How the document in the top frame came to be. */
interface Arrival {
  /** The address asked for by GET; null when a form was sent. */
  readonly asked: string | null;
  /** Whether the server, or the page asked for, led on to another address. */
  readonly led: boolean;
}

/** A navigation of the top frame that has begun and not been committed. */
interface Begun {
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Where a document has gone without being left, as single-page applications do. */
interface Route {
  readonly address: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Where the agent was and wanted to go, of one tab. */
export interface AgentPlace {
  /** The last address that was not signed out. */
  readonly content: string | null;
  readonly arrival: Arrival | null;
  /** Whether the document that is there now was ever seen to be not signed out. */
  readonly usable: boolean;
  readonly begun: Begun | null;
  /** Where the document has gone last; null when it stayed, or was seen elsewhere since. */
  readonly routed: Route | null;
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
  /** Milliseconds since 1970. */
  readonly timeStamp: number;
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
export function navigationBegan(place: AgentPlace, url: string, at: number): AgentPlace {
  return { ...place, begun: { url, at } };
}

/** A navigation came to nothing, so that its document stays. */
export function navigationFailed(place: AgentPlace, url: string): AgentPlace {
  return place.begun?.url === url ? { ...place, begun: null } : place;
}

/** A new document is there. */
export function navigationCommitted(place: AgentPlace, commit: Commit): AgentPlace {
  return { ...place, arrival: arrivalOf(place, commit), usable: false, begun: null, routed: null };
}

/** Whether the document in the top frame is on its way out: what is typed into it now may be lost with it. */
export function isLeaving({ begun }: AgentPlace, at: number): boolean {
  return begun !== null && at - begun.at < leavingMilliseconds;
}

/** The document that is there has gone to another address without being left. */
export function wentOnInDocument(place: AgentPlace, address: string, at: number): AgentPlace {
  if (!place.usable || place.wanted !== null || isFirstPage(address) || isThreshold(address)) return place;
  // The first is where a link led; the application may go on from there to its sign-in page, by way of other pages.
  const isOnItsWay = routeOf(place, at) !== null && place.content !== place.routed?.address;
  return isOnItsWay ? place : { ...place, routed: { address, at } };
}

/** Where the document has just gone: what asks to sign in so soon after that, does because of it. */
function routeOf({ routed }: AgentPlace, at: number): string | null {
  return routed !== null && at - routed.at < routeMilliseconds ? routed.address : null;
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
  const route = cameFromOutside(commit) ? null : routeOf(place, commit.timeStamp);
  // What an application does right after a click is no redirect to the browser, even where it leads to the sign-in page.
  if (route !== null && isThreshold(commit.url)) return { asked: route, led: true };
  if (commit.transitionQualifiers.includes("client_redirect") && place.arrival) {
    return { asked: place.usable ? (route ?? place.content) : place.arrival.asked, led: true };
  }
  const asked = place.begun?.url ?? commit.url;
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
  const routed = place.routed?.address === address ? place.routed : null;
  return { ...place, content: address, usable: true, routed, wanted: null, wantedAsked: false };
}

/** The tab was seen signed out: settles what is wanted, and keeps it until the tab is usable again. */
export function seenSignedOut(place: AgentPlace, address: string, at: number): AgentPlace {
  const { wanted, wantedAsked } = wantedAt(place, address, at);
  return { ...place, wanted: withoutUser(wanted), wantedAsked };
}

function wantedAt(place: AgentPlace, address: string, at: number): Pick<AgentPlace, "wanted" | "wantedAsked"> {
  const arrived = place.usable ? null : place.arrival;
  // An application may go to its sign-in page by itself, in the same document, before anything was seen of it.
  const candidate = arrived && (arrived.led || isSignInAddress(address)) ? arrived.asked : address;
  // What was posted is not asked for again, and nobody wants to come back to a page that is only there for signing in, or out.
  if (candidate !== null && arrived?.asked !== null && !isThreshold(candidate))
    return { wanted: candidate, wantedAsked: true };
  if (place.wanted !== null) return place;
  const route = routeOf(place, at);
  if (route !== null) return { wanted: route, wantedAsked: true };
  // A document that shows something first and then, by itself, that one has to sign in, asks for it at its own address.
  const asks = place.content !== null && place.usable && place.arrival?.asked === place.content;
  return { wanted: place.content, wantedAsked: asks };
}

function withoutHash(address: string): string {
  return address.split("#", 1)[0] ?? address;
}

function withoutUser(address: string | null): string | null {
  if (address === null) return null;
  const { protocol, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && !username && !password ? address : null;
}
