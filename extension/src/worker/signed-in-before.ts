import { offersToSignIn, wasRefused } from "../messages/page-seen.js";
import { settlingMilliseconds } from "./hand-over/settling.js";
import type { PageSeen } from "./tab-state.js";

const mostOrigins = 200;
const mostPaths = 50;
const mostDocuments = 20;
const key = "signed-in-before";

/** What is known of an origin where a page was seen signed in. */
interface Before {
  /** Paths of pages that were seen signed in, the last one last. */
  paths: string[];
  /** Documents that were seen signed in, the last one last. */
  documents: string[];
  /** Names of the cookies that no script could read, when a page was last seen signed in. */
  cookies: string[];
  /** The page that was last taken for signed out, since a page was seen signed in. */
  doubted: { readonly path: string; readonly document: string } | null;
  /** Paths of pages that looked the same when the session was there again. */
  plain: string[];
  /** The document that was last seen to say neither, and since when, in milliseconds since 1970. */
  undecided: { readonly document: string; readonly since: number } | null;
  /** Paths of pages that were doubted and then found their session by themselves. */
  late: string[];
}

const nothing: Before = { paths: [], documents: [], cookies: [], doubted: null, plain: [], undecided: null, late: [] };

/**
 * Knows where this browser was signed in, so that a page without a form can be told from one that anybody may read: "Log
 * in" where "Log out" stood before means something, "Log in" alone does not. Nothing is known when the browser starts.
 *
 * A page is doubted once, until the site is seen signed in again: where a sign-in does not change what the page shows,
 * another one would not either.
 */
export class SignedInBefore {
  readonly #origins: Map<string, Before>;

  private constructor(kept: readonly (readonly [string, Before])[]) {
    this.#origins = new Map(kept);
  }

  /** What was kept by the worker before this one. */
  static async restored(): Promise<SignedInBefore> {
    // Only this class writes there, and the storage is closed to content scripts.
    const { [key]: kept } = await chrome.storage.session.get(key);
    return new SignedInBefore((kept as [string, Before][] | undefined) ?? []);
  }

  /** Whether a page of an origin was seen signed in. */
  knows(origin: string): boolean {
    return this.#origins.has(origin);
  }

  /**
   * Takes note of a page that is signed in. While a sign-in goes on, another page than the one that was doubted says nothing
   * of that yet.
   */
  async signedIn(now: PageSeen, duringSignIn: boolean): Promise<void> {
    const { page, address } = now;
    const path = pathOf(address);
    // A session that is handed over comes with a new document, which is as slow as the one before to show it.
    const { doubted, plain, undecided } = this.#origins.get(page.origin) ?? nothing;
    const isSlow =
      undecided?.document === page.document && Date.now() - undecided.since > settlingMilliseconds["signed-out"];
    const wasDoubted = doubted?.path === path || plain.includes(path);
    await this.#note(now, doubted?.document === page.document || (isSlow && wasDoubted), duringSignIn);
  }

  /**
   * Takes note of the page that a sign-in has ended at: it is signed in, and may show no way to sign out, or keep it in a
   * menu that is not there until it is opened. One that still offers to sign in may be the same for everybody.
   */
  async ledTo(now: PageSeen): Promise<void> {
    if (now.seen.verdict === "unsure" && !offersToSignIn(now.seen)) await this.#note(now, false, false);
  }

  async #note({ page, address }: PageSeen, foundByItself: boolean, keepsDoubt: boolean): Promise<void> {
    const { document, origin } = page;
    const path = pathOf(address);
    const before = this.#origins.get(origin) ?? nothing;
    const cookies = await closedCookies(address);
    const known = before.doubted === null && before.paths.at(-1) === path && before.documents.at(-1) === document;
    if (known && String(cookies) === String(before.cookies)) return;
    this.#origins.delete(origin);
    this.#origins.set(origin, {
      paths: withLast(before.paths, path, mostPaths),
      documents: withLast(before.documents, document, mostDocuments),
      cookies,
      doubted: keepsDoubt && before.doubted?.path !== path ? before.doubted : null,
      plain: before.plain.filter((other) => other !== path),
      undecided: null,
      late: foundByItself ? withLast(before.late, path, mostPaths) : before.late,
    });
    for (const oldest of [...this.#origins.keys()].slice(0, -mostOrigins)) this.#origins.delete(oldest);
    await this.#keep();
  }

  /** Takes note of a page that says neither. */
  undecided({ page, seen }: PageSeen): void {
    const before = this.#origins.get(page.origin);
    if (!before || seen.verdict !== "unsure") return;
    if (before.undecided?.document !== page.document) before.undecided = { document: page.document, since: Date.now() };
  }

  /** The page as it is to be taken: signed out, with the reason as evidence, where it is unsure and a session is missing. */
  async judged(now: PageSeen): Promise<PageSeen> {
    const { page, seen, address } = now;
    const before = this.#origins.get(page.origin);
    if (!before || seen.verdict !== "unsure") return now;
    const { doubted, plain, late } = before;
    const path = pathOf(address);
    const reason = [...plain, ...late].includes(path) ? null : await reasonFor(before, path, now);
    if (reason === null) return now;
    if (doubted !== null && doubted.document !== page.document) {
      if (doubted.path === path) {
        before.plain = withLast(plain, path, mostPaths);
        await this.#keep();
      }
      return now;
    }
    const evidence = ["was-signed-in", reason, ...seen.evidence].slice(0, 32);
    return { ...now, seen: { ...seen, verdict: "signed-out", evidence } };
  }

  /** Takes note that a sign-in is asked for because of such a page. */
  async doubted({ page, address }: PageSeen): Promise<void> {
    const before = this.#origins.get(page.origin);
    if (!before) return;
    before.doubted = { path: pathOf(address), document: page.document };
    await this.#keep();
  }

  async #keep(): Promise<void> {
    await chrome.storage.session.set({ [key]: [...this.#origins] });
  }
}

/** Whether a page is taken for signed out only by what was seen before, so that it may yet show its session. */
export function isDoubt({ seen }: PageSeen): boolean {
  return seen.evidence[0] === "was-signed-in";
}

async function reasonFor(before: Before, path: string, { page, seen }: PageSeen): Promise<string | null> {
  // A site that has pages with nothing but "Log in" for everybody is believed only where it said otherwise.
  const everywhere = before.plain.length === 0 && before.late.length === 0;
  if (offersToSignIn(seen) && !isForOthers(seen) && (everywhere || before.paths.includes(path)))
    return "sign-out-control-gone";
  // Many applications are refused once while they load, and then renew what they were refused for.
  if (wasRefused(seen) && before.documents.includes(page.document)) return "sign-out-control-gone";
  if (before.cookies.length === 0) return null;
  // A cookie may be for a part of the site only.
  const left = await closedCookies(new URL(before.paths.at(-1) ?? "/", page.origin).href);
  return before.cookies.some((name) => left.includes(name)) ? null : "cookies-gone";
}

/** Whether the page is for somebody without an account or a password: it offers to sign in whoever looks at it. */
function isForOthers({ kind, evidence }: PageSeen["seen"]): boolean {
  return kind === "sign-up" || kind === "reset-password" || evidence.includes("submit-says-sign-up");
}

/** Names of the cookies that an address is sent and that no script can read: sessions are mostly kept in those. */
async function closedCookies(address: string): Promise<string[]> {
  const cookies = await chrome.cookies.getAll({ url: address });
  return cookies.flatMap(({ name, httpOnly }) => (httpOnly ? [name] : [])).sort();
}

function pathOf(address: string): string {
  return new URL(address).pathname;
}

function withLast(list: readonly string[], last: string, most: number): string[] {
  return [...list.filter((other) => other !== last), last].slice(-most);
}
