import { offersToSignIn } from "../messages/page-seen.js";

/** Where a server refuses in earnest it says little else; an application of this size is judged by what it shows. */
const mostElements = 200;
/** What a page becomes later than this after a request was refused has other reasons. */
const freshMilliseconds = 10_000;

/** What the server answered to this document with 401 or 403: to the document itself, and to what it asked for since. */
export class Refusals {
  readonly #document = statusOf(performance.getEntriesByType("navigation")[0]);
  /** When each was last seen among the answers to requests, as the page's clock says. */
  readonly #requests = new Map<number, number>();

  /** `changed` is called when a request was refused. Entries that the browser has noted before count too. */
  constructor(changed: () => void) {
    const observer = new PerformanceObserver((list) => {
      const refused = list.getEntries().filter((entry) => isOwn(entry) && isRefusal(statusOf(entry)));
      for (const entry of refused) this.#requests.set(statusOf(entry), entry.startTime + entry.duration);
      if (refused.length > 0) changed();
    });
    observer.observe({ type: "resource", buffered: true });
  }

  /** Stable codes of what was refused. */
  codes(): readonly string[] {
    const codes = isRefusal(this.#document) ? [`answered-${this.#document}`] : [];
    for (const [status, at] of this.#requests) {
      if (performance.now() - at <= freshMilliseconds) codes.push(`request-answered-${status}`);
    }
    return codes;
  }

  /**
   * Whether a document that shows neither a form nor a way to sign out means by this that one has to sign in. A 403 is also
   * what somebody gets who is signed in and may not see the page.
   */
  meanSignedOut(evidence: readonly string[]): boolean {
    if (document.querySelectorAll("body *").length > mostElements) return false;
    return this.#document === 401 || (this.#document === 403 && offersToSignIn({ evidence }));
  }
}

function isRefusal(status: number): boolean {
  return status === 401 || status === 403;
}

/** What other sites refuse says nothing of the session here; scripts, pictures and styles are refused for other reasons. */
function isOwn(entry: PerformanceEntry): boolean {
  return (
    entry instanceof PerformanceResourceTiming &&
    /^(fetch|xmlhttprequest)$/.test(entry.initiatorType) &&
    URL.parse(entry.name)?.origin === location.origin
  );
}

function statusOf(entry: PerformanceEntry | undefined): number {
  return entry instanceof PerformanceResourceTiming ? entry.responseStatus : 0;
}
