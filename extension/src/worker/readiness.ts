import type { HostConnection } from "./connection.js";
import type { SignedInBefore } from "./signed-in-before.js";
import type { PageSeen, TabState } from "./tab-state.js";

/** A page that was just shown has better things to do than to wait for a browser's start. */
const restMilliseconds = 2_000;
/** How long before its end what is ready is asked for once more. */
const earlyMilliseconds = 60_000;
/** For how long a site is not asked about again that is nothing to be ready for. */
const notForMilliseconds = 600_000;

/**
 * Has the host keep a sign-in browser ready when the agent's browser has just started, and while the agent is at work at a
 * site where it was seen signed in. Forgotten with the worker, and asked for anew then.
 */
export class Readiness {
  /** When a site is to be asked about again, by origin, in milliseconds since 1970. */
  readonly #askAgain = new Map<string, number>();
  #keptUntil = 0;

  constructor(
    private readonly host: HostConnection,
    private readonly before: SignedInBefore,
  ) {}

  /** Whether something is ready, which ends with the port to the host. */
  get isKept(): boolean {
    return Date.now() < this.#keptUntil;
  }

  /** The browser has just started: most agents go where they were signed in once. */
  browserStarted(): void {
    setTimeout(() => void this.#ask(null).catch(() => undefined), restMilliseconds);
  }

  /** A document was seen; nothing happens unless the agent has a session there that may end. */
  pageSeen({ signIn }: TabState, { page, seen }: PageSeen): void {
    const { frame, origin } = page;
    if (frame !== 0 || signIn !== null || seen.verdict === "signed-out" || !this.before.knows(origin)) return;
    if (Date.now() < (this.#askAgain.get(origin) ?? 0)) return;
    this.#askAgain.set(origin, Date.now() + notForMilliseconds);
    setTimeout(() => void this.#ask(origin).catch(() => this.#askAgain.delete(origin)), restMilliseconds);
  }

  /** What was ready is used up. */
  used(): void {
    this.#keptUntil = 0;
    this.#askAgain.clear();
  }

  async #ask(origin: string | null): Promise<void> {
    if ((await this.host.who()).role !== "agent") return;
    const { keepMilliseconds } = await this.host.ask("make-ready", { origin });
    if (keepMilliseconds === null) return;
    this.#keptUntil = Math.max(this.#keptUntil, Date.now() + keepMilliseconds);
    if (origin !== null) this.#askAgain.set(origin, Date.now() + keepMilliseconds - earlyMilliseconds);
  }
}
