import { isFurther } from "../detector/further.js";
import type { ValueName } from "../detector/index.js";
import type { GoOrder, PlacesOrder, PressOrder } from "../messages/orders.js";
import type { Next } from "../protocol/next.js";
import type { PageEvent } from "../protocol/report.js";
import { goingTo, isLeaving } from "./agent-place.js";
import { type HostConnection, HostRefusal, HostUnavailable } from "./connection.js";
import type { HandOver } from "./hand-over/hand-over.js";
import { SessionWalk } from "./hand-over/session-walk.js";
import { arrivalMilliseconds, settlingMilliseconds } from "./hand-over/settling.js";
import { holdsSession } from "./kept.js";
import { EphemeralKey } from "./key.js";
import { isCurrent } from "./page-identity.js";
import { presentationOf } from "./presentation.js";
import { arrivesIn, backIn, isAt, isSamePlace, seenAfter, showsNothing, withEvidence } from "./sent-back.js";
import { isDoubt, type SignedInBefore } from "./signed-in-before.js";
import { clearStatus, showGoodNews, showStatus, tellTop } from "./status.js";
import { lookOf, submissionOf, tooEarlyBy, unchangedIn, withAnswer } from "./submission.js";
import { type Due, isSettled, latest, type PageSeen, type SignInUnderWay, settle, type TabState } from "./tab-state.js";
import { typeInto } from "./typing.js";

/** How long a document that is on its way out is left alone before it is looked whether it is gone. */
const stillThereMilliseconds = 100;

/** How long a form that did not take the values is left to its page before it is given them again. */
const unfilledMilliseconds = 300;

const hostUnavailable = "The Credential Vault host could not be reached.";

/**
 * The walk of one sign-in in one tab: page seen signed out, host asked, values typed or session handed over, page
 * watched, way back. The host decides each step; what is known here of the tab is only what is needed to obey.
 */
export class SignedOut {
  /** The part of the walk in which the host signs in by itself. */
  readonly session: SessionWalk;

  constructor(
    private readonly host: HostConnection,
    private readonly before: SignedInBefore,
    handOver: HandOver,
    /** Does something for a tab in its turn. */
    private readonly inTurn: (tab: number, task: (state: TabState) => Promise<void>) => void,
  ) {
    this.session = new SessionWalk(host, handOver, inTurn, {
      guarded: (state, now, task) => this.#guarded(state, now, task),
      obey: (state, now, next) => this.#obey(state, now, next, { do: "session" }),
      report: (state, signIn, now) => this.#report(state, signIn, now, "handed-over"),
    });
  }

  /** A document looks different from before, or is new. */
  async pageSeen(state: TabState, now: PageSeen): Promise<void> {
    const { signIn } = state;
    if (signIn) return this.#changed(state, signIn, now);
    if (now.seen.verdict === "signed-in") state.settled = null;
    if (now.seen.verdict === "signed-out") {
      if (isSettled(state, now)) return;
      if (isDoubt(now)) state.due ??= { at: Date.now() + settlingMilliseconds["signed-out"], what: { do: "ask" } };
      else await this.#ask(state, now);
    } else if (now.page.frame === 0) {
      state.due = null;
      if (state.status?.until === null) await clearStatus(state);
    }
  }

  /** What was to be done later is due. */
  async due(state: TabState, { what }: Due): Promise<void> {
    const { signIn } = state;
    const now = latest(state, signIn);
    if (!now) return;
    if (!signIn) {
      if (now.seen.verdict !== "signed-out") return;
      if (what.do === "ask") await this.before.doubted(now);
      await this.#ask(state, now, what.do === "sign-in");
    } else if (what.do === "fill") {
      await this.#guarded(state, now, () => this.#fill(state, signIn, now, what.fields));
    } else if (what.do === "session") {
      this.session.wait(state, signIn, now);
    } else if (what.do === "report") {
      await this.#report(state, signIn, now, what.event);
    } else if (what.do === "look-again") {
      await this.#changed(state, signIn, now);
    }
  }

  /** More is known of what became of the values that were submitted. */
  async submissionSeen(state: TabState): Promise<void> {
    const { signIn } = state;
    const now = latest(state, signIn);
    if (signIn?.submitted?.answer && now) await this.#changed(state, signIn, now);
  }

  /** Nothing has changed for as long as the host allowed. */
  async timeIsUp(state: TabState, signIn: SignInUnderWay): Promise<void> {
    const event = signIn.session === "handed-over" ? "handed-over" : "time-is-up";
    await this.#report(state, signIn, latest(state, signIn) ?? signIn.told, event);
  }

  /** The tab was closed; there is nothing left to obey with. */
  async tabClosed(state: TabState): Promise<void> {
    const { signIn } = state;
    if (!signIn) return;
    const { page, seen } = latest(state, signIn) ?? signIn.told;
    const submission = submissionOf(signIn, "tab-closed");
    // A host that is gone has ended the sign-in by itself.
    await this.host
      .ask("report", { signIn: signIn.id, page, seen, event: "tab-closed", submission })
      .catch(() => undefined);
  }

  async #ask(state: TabState, now: PageSeen, afterWait = state.due?.what.do === "sign-in"): Promise<void> {
    state.due = null;
    await this.#guarded(state, now, async () => {
      if ((await this.host.who()).role !== "agent") return;
      const { page } = now;
      const { wanted, wantedAsked, usable } = state.place;
      const seen = usable || page.frame !== 0 ? now.seen : withEvidence(now.seen, "came-signed-out");
      const presentation = await presentationOf(state.tab);
      const answer = await this.host.ask("sign-in", { page, seen, wanted, presentation, afterWait });
      if (answer.signIn !== null) {
        state.signIn = {
          id: answer.signIn,
          frame: page.frame,
          began: now,
          told: now,
          wanted: { address: wanted, asked: wantedAsked },
          submitted: null,
          bound: null,
          session: null,
          shown: null,
          agentMoved: false,
          backIn: null,
          heldBy: null,
          sentBack: null,
        };
      }
      await this.#obey(state, now, answer.next, { do: "sign-in" });
    });
  }

  async #changed(state: TabState, signIn: SignInUnderWay, seen: PageSeen): Promise<void> {
    if (signIn.session !== null) return this.session.pageSeen(state, signIn, seen);
    const now = withAnswer(signIn, seen);
    const { told, submitted } = signIn;
    signIn.backIn = backIn(signIn, now, state.place);
    const wasNotFilled = state.due?.what.do === "report" && state.due.what.event === "not-filled";
    if (wasNotFilled && now.page.document === told.page.document) return;
    const concerned = now.page.frame === signIn.frame || now.page.frame === 0 || now.seen.fields.length > 0;
    if (!concerned) return;
    if (now.page.document === signIn.backIn && signIn.sentBack)
      return this.#reportIn(arrivesIn(signIn.sentBack, now), state, signIn, now);
    // Sent there, a document that stays may look as it did where it was.
    const hasGone = signIn.sentBack !== null && now.address !== told.address && now.address === signIn.sentBack.to;
    if (now.page.document === told.page.document && lookOf(now) === lookOf(told) && !hasGone) {
      return this.#unchanged(state, signIn, now);
    }
    if (submitted && now.page.document === submitted.document && now.at < submitted.at && !submitted.answer) return;
    if (wasNotFilled) return this.#report(state, signIn, now, "not-filled");
    const early = tooEarlyBy(signIn, now) ?? arrivesIn(signIn.sentBack, now);
    if (early !== null) state.due = { at: Date.now() + early, what: { do: "look-again" } };
    else await this.#report(state, signIn, now, "page-changed");
  }

  async #unchanged(state: TabState, signIn: SignInUnderWay, now: PageSeen): Promise<void> {
    const wait = unchangedIn(signIn, now);
    if (wait === null || !signIn.submitted) return;
    if (wait > 0) {
      state.due ??= { at: Date.now() + wait, what: { do: "look-again" } };
      return;
    }
    signIn.submitted.unchangedTold = true;
    await this.#report(state, signIn, now, "page-changed");
  }

  async #report(state: TabState, signIn: SignInUnderWay, now: PageSeen, event: PageEvent): Promise<void> {
    state.due = null;
    signIn.bound = null;
    signIn.told = now;
    await this.#guarded(state, now, async () => {
      const { page } = now;
      const seen = await seenAfter(signIn.sentBack, now);
      const submission = submissionOf(signIn, event);
      const { next } = await this.host.ask("report", { signIn: signIn.id, page, seen, event, submission });
      await this.#obey(state, now, next, { do: "report", event });
    });
  }

  async #fill(state: TabState, signIn: SignInUnderWay, now: PageSeen, wanted: readonly ValueName[]): Promise<void> {
    if (isLeaving(state.place, Date.now())) {
      state.due = { at: Date.now() + stillThereMilliseconds, what: { do: "fill", fields: wanted } };
      return;
    }
    if (!(await isCurrent(now.page))) return this.#notFilled(state, now);
    // What the page becomes from here on is not because it was sent there.
    signIn.sentBack = null;
    const fields = await placed(now, wanted);
    if (fields.length === 0) return this.#report(state, signIn, now, "not-filled");
    const key = await EphemeralKey.create();
    const request = { signIn: signIn.id, page: now.page, fields, key: key.publicKey };
    const answer = await this.host.ask("fill", request);
    if (answer.values.length === 0) return this.#obey(state, now, answer.next, { do: "fill", fields });
    await showStatus(state, answer.next.status);
    const result = await typeInto(now, signIn, answer, key, () =>
      this.inTurn(state.tab, (state) => this.submissionSeen(state)),
    );
    if (result === "filled") await this.#report(state, signIn, now, result);
    else await this.#notFilled(state, now);
  }

  /** Many a page that takes its form away is about to go: the next one is told of as soon as it is there. */
  async #notFilled(state: TabState, { page }: PageSeen): Promise<void> {
    const wait = (await isCurrent(page)) ? unfilledMilliseconds : arrivalMilliseconds;
    state.due = { at: Date.now() + wait, what: { do: "report", event: "not-filled" } };
  }

  async #obey(state: TabState, now: PageSeen, next: Next, again: Due["what"]): Promise<void> {
    const { signIn } = state;
    if (next.do === "ended") return this.#ended(state, now, next);
    await showStatus(state, next.status);
    if (next.do === "wait") state.due = { at: Date.now() + (next.waitMilliseconds ?? 0), what: again };
    if (!signIn) return;
    signIn.bound = next.boundMilliseconds === null ? null : Date.now() + next.boundMilliseconds;
    if (next.do === "session") return this.session.wait(state, signIn, now);
    if (next.do === "hand-over") return this.session.takeOver(state, signIn, now, next);
    if (next.do === "fill") return this.#fill(state, signIn, now, next.fields);
    if (next.do === "press") return press(now, next);
    if (next.do === "go") return this.#goToStart(state, signIn, now, next);
    if (next.do !== "return") return;
    // Whoever has gone elsewhere already is not called back: where they are says as well whether they are signed in.
    if (signIn.agentMoved || next.returnTo === null) return this.#report(state, signIn, now, "page-changed");
    const top = state.pages[0] ?? now;
    if (await holdsSession(signIn, top)) {
      signIn.heldBy = top.page.document;
      return this.#report(state, signIn, top, "page-changed");
    }
    const from = signIn.backIn === null ? top.address : next.returnTo;
    const asked = signIn.wanted.asked && signIn.wanted.address === next.returnTo;
    signIn.sentBack = { from, to: next.returnTo, asked };
    if (signIn.backIn === null) await goBack(state, next.returnTo);
    // A page that is where it was to be already is spoken of as soon as there is something to be seen.
    else await this.#reportIn(showsNothing(top.seen) ? arrivesIn(signIn.sentBack, top) : null, state, signIn, top);
  }

  /**
   * What is wanted stays wanted: the agent comes back from there. Whoever has gone elsewhere already is left there, also by
   * a link of a page that was only doubted. A page that is there already was just loaded.
   */
  async #goToStart(state: TabState, signIn: SignInUnderWay, now: PageSeen, { goTo }: Next): Promise<void> {
    const { wanted, began } = signIn;
    const wasPlain = now.seen.verdict === "signed-out" || !isDoubt(began);
    const isThere = wasPlain || [wanted.address, began.address].some((address) => isSamePlace(now.address, address));
    const top = state.pages[0];
    if (!top || !isThere || signIn.agentMoved || goTo === null || isLeaving(state.place, Date.now())) return;
    signIn.sentBack = null;
    if (top.address === goTo) return this.#report(state, signIn, top, "page-changed");
    const order: GoOrder = { type: "go", address: goTo };
    await chrome.tabs.sendMessage(state.tab, order, { documentId: top.page.document }).catch(() => undefined);
  }

  async #reportIn(early: number | null, state: TabState, signIn: SignInUnderWay, now: PageSeen): Promise<void> {
    if (early === null) await this.#report(state, signIn, now, "page-changed");
    else state.due = { at: Date.now() + early, what: { do: "report", event: "page-changed" } };
  }

  async #ended(state: TabState, now: PageSeen, { outcome, returnTo, status }: Next): Promise<void> {
    const { signIn } = state;
    // A page that was gone back to, and asks even so or is signed in, is no other when it is gone back to once more.
    const { verdict } = now.seen;
    const wasGoneBackTo = verdict !== "unsure" && signIn?.sentBack?.to === returnTo;
    const isInPlace = signIn && (signIn.agentMoved || signIn.backIn !== null || signIn.session === "handed-over");
    const stays = wasGoneBackTo || isInPlace || (signIn && signIn.heldBy === state.pages[0]?.page.document);
    state.signIn = null;
    state.due = null;
    if (outcome?.code !== "signed-in") {
      settle(state, now);
      // Most pages with a sign-in form are none of the vault's business: nothing is said there.
      return outcome?.code === "no-credential" ? clearStatus(state) : showStatus(state, status);
    }
    if (wasGoneBackTo && verdict === "signed-out") settle(state, now);
    await showGoodNews(state, status);
    const top = state.pages[0];
    const there = isAt(top?.address, returnTo, signIn?.sentBack ?? null) && top?.seen.verdict !== "signed-out";
    if (returnTo !== null && !there && !stays) {
      await goBack(state, returnTo);
    } else if (top?.page.origin === new URL(returnTo ?? now.address).origin) {
      // An agent goes on as soon as it sees its page; at another site than that one, nothing is known of it.
      await this.before.ledTo(top);
    }
  }

  /** Turns what the host could not do into what the page says, and a forgotten sign-in into one more question. */
  async #guarded(state: TabState, now: PageSeen, task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      const { signIn } = state;
      state.signIn = null;
      state.due = null;
      const current = latest(state, signIn) ?? now;
      if (!(error instanceof HostRefusal || error instanceof HostUnavailable)) {
        settle(state, current);
        await clearStatus(state);
        throw error;
      }
      if (current.seen.verdict !== "signed-out") return clearStatus(state);
      if (error instanceof HostRefusal && signIn && state.renewed !== current.page.document) {
        state.renewed = current.page.document;
        return this.#ask(state, current);
      }
      settle(state, current);
      if (error instanceof HostUnavailable) await showStatus(state, hostUnavailable);
      else if (error.code !== "not-allowed") await showStatus(state, error.message);
    }
  }
}

async function goBack(state: TabState, address: string): Promise<void> {
  state.place = goingTo(state.place, address);
  await tellTop(state.tab, { type: "go", address });
}

/** Those of the fields that the form has a place for, once it is where it is to be; none when its document is gone. */
async function placed({ page }: PageSeen, fields: readonly ValueName[]): Promise<readonly ValueName[]> {
  const order: PlacesOrder = { type: "places", fields };
  const { tab, document: documentId } = page;
  const answer: unknown = await chrome.tabs.sendMessage(tab, order, { documentId }).catch(() => null);
  return Array.isArray(answer) ? fields.filter((field) => !isFurther(field) || answer.includes(field)) : [];
}

async function press({ page }: PageSeen, { way, account }: Next): Promise<void> {
  if (way === null) return;
  const order: PressOrder = { type: "press", way, account: account ?? "" };
  // A document that is gone has led on by itself.
  await chrome.tabs.sendMessage(page.tab, order, { documentId: page.document }).catch(() => undefined);
}
