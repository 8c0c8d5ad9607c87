import { wasRefused } from "../../messages/page-seen.js";
import type { Next } from "../../protocol/next.js";
import type { HostConnection } from "../connection.js";
import { latest, type PageSeen, type SignInUnderWay, type TabState } from "../tab-state.js";
import { fetchSession } from "./fetching.js";
import type { HandOver } from "./hand-over.js";
import { SessionNews } from "./news.js";
import { arrivalMilliseconds, settlingMilliseconds } from "./settling.js";

const againMilliseconds = 500;

/**
 * For how long a page must show the session that was handed over: an application may show itself before it finds that it
 * has none. Longer where its server has refused something by then, which it may say in a dialog that comes slowly.
 */
const heldMilliseconds = { usually: 800, refused: 3_000 };

/** What the walk of a sign-in does, whoever signs in. */
export interface Steps {
  readonly guarded: (state: TabState, now: PageSeen, task: () => Promise<void>) => Promise<void>;
  readonly obey: (state: TabState, now: PageSeen, next: Next) => Promise<void>;
  /** Reports `handed-over`. */
  readonly report: (state: TabState, signIn: SignInUnderWay, now: PageSeen) => Promise<void>;
}

/** The walk of a sign-in in the host's own browser: news awaited, session taken over, page watched. */
export class SessionWalk {
  readonly #news: SessionNews;

  constructor(
    private readonly host: HostConnection,
    private readonly handOver: HandOver,
    private readonly inTurn: (tab: number, task: (state: TabState) => Promise<void>) => void,
    private readonly steps: Steps,
  ) {
    this.#news = new SessionNews(host);
  }

  /** Asks for news without holding up what else happens to the tab. */
  wait(state: TabState, signIn: SignInUnderWay, now: PageSeen): void {
    const { id } = signIn;
    signIn.session = "awaited";
    this.#news.ask(id, (news) =>
      this.inTurn(state.tab, async (state) => {
        const { signIn } = state;
        if (signIn?.id !== id) return;
        const current = latest(state, signIn) ?? now;
        await this.steps.guarded(state, current, () => this.steps.obey(state, current, news()));
      }),
    );
  }

  /** A worker before this one waited for a session. */
  async resume(state: TabState): Promise<void> {
    const { signIn } = state;
    if (signIn?.session === "awaited") this.wait(state, signIn, latest(state, signIn) ?? signIn.told);
  }

  /** Done when the sign-in of a tab is not waited for any more. */
  async awaited(state: TabState): Promise<void> {
    while (state.signIn?.session === "awaited") await new Promise((resolve) => setTimeout(resolve, againMilliseconds));
  }

  /** Fetches the session, gives it to the tab and lets it go back. */
  async takeOver(state: TabState, signIn: SignInUnderWay, now: PageSeen, next: Next): Promise<void> {
    const session = await fetchSession(this.host, signIn.id, next.parts ?? 0);
    const { returnTo, clear } = next;
    const { agentMoved, told } = signIn;
    const manner = { returnTo, clear, agentMoved, askedAt: told.page.origin };
    const wentBack = await this.handOver.apply(state, session, manner);
    signIn.session = "handed-over";
    signIn.shown = null;
    signIn.bound = Date.now() + (next.boundMilliseconds ?? arrivalMilliseconds);
    if (!wentBack) await this.steps.report(state, signIn, now);
  }

  /** What the page becomes is of interest only after the session was handed over. */
  async pageSeen(state: TabState, signIn: SignInUnderWay, now: PageSeen): Promise<void> {
    if (signIn.session !== "handed-over") return;
    const current = latest(state, signIn) ?? now;
    const { verdict } = current.seen;
    const { shown } = signIn;
    // Whoever has gone on from a page that showed it has had the session.
    if (shown && shown.page.document !== current.page.document && verdict !== "signed-out")
      return this.steps.report(state, signIn, shown);
    if (verdict === "signed-in") signIn.shown = current;
    const held = heldMilliseconds[wasRefused(current.seen) ? "refused" : "usually"];
    const settling = verdict === "signed-in" ? held : settlingMilliseconds[verdict];
    state.due = { at: Date.now() + settling, what: { do: "report", event: "handed-over" } };
  }
}
