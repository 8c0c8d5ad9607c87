import type { Session } from "../../protocol/session-text.js";
import { goingTo } from "../agent-place.js";
import type { TabState, Tabs } from "../tab-state.js";
import { cookieStoreOf, presentCookies, setCookies } from "./cookies.js";
import { isParked, leave, parkAt, parkInPlace, showsError, storeIn } from "./parking.js";
import { isSignedOut, placeToReturn, showsOrigin } from "./places.js";

/** How a session is to be handed over. */
export interface Manner {
  /** Where the tab goes, by GET; null: where it was. */
  readonly returnTo: string | null;
  /** Whether all cookies and storage of the session origins are deleted before. */
  readonly clear: boolean;
  /** Whether the agent has gone to an address of its own meanwhile. */
  readonly agentMoved: boolean;
  /** Origin of the page that asked to be signed in, which may be that of an identity provider. */
  readonly askedAt: string;
}

/**
 * Gives a session to a tab: the signed-out tabs of the site are stopped, cookies and storage written while no page of it
 * runs, and the tabs sent back. One session at a time, since two may be for the same site.
 */
export class HandOver {
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly tabs: Tabs) {}

  /** True when the tab went back to a page that can be signed in now. */
  apply(state: TabState, session: Session, manner: Manner): Promise<boolean> {
    return this.#inTurn(() => this.#apply(state, session, manner));
  }

  /** Sends a tab back that a worker before this one has stopped. */
  async release(state: TabState): Promise<void> {
    await this.#inTurn(async () => {
      if (state.stopped !== null) await this.#sendBack(state, true);
    });
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(task);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #apply(state: TabState, session: Session, { returnTo, clear, agentMoved, askedAt }: Manner): Promise<boolean> {
    const store = await cookieStoreOf(state.tab);
    if (!store) return false;
    const { origins } = session;
    // An agent that has gone to a page which is not signed out, or to another site, is not called back from there.
    const stays = agentMoved && !(isSignedOut(state) && showsOrigin(state, [...origins, askedAt]));
    const others = this.tabs
      .all()
      .filter((other) => other !== state && store.tabIds.includes(other.tab))
      .filter((other) => (clear || isSignedOut(other)) && showsOrigin(other, origins));
    const back = (agentMoved ? null : returnTo) ?? placeToReturn(state, origins);
    const stopped = new Map<TabState, boolean>();
    await Promise.all(
      [...others, ...(stays ? [] : [state])].map(async (tab) => {
        stopped.set(tab, await this.#stop(tab, tab === state ? back : placeToReturn(tab, origins), clear));
      }),
    );
    try {
      await setCookies(store.id, session, clear);
      const present = await presentCookies(store.id, session);
      if (!stays) await this.#store(state, session, { back, clear, parked: stopped.get(state) ?? false });
      // What a service worker had asked for before may have been answered meanwhile.
      const left = await presentCookies(store.id, session);
      if (!present.isSubsetOf(left)) await setCookies(store.id, session, false);
    } finally {
      await Promise.all([...stopped].map(([tab, parked]) => this.#sendBack(tab, parked)));
    }
    return !stays;
  }

  async #stop(state: TabState, back: string, clear: boolean): Promise<boolean> {
    state.stopped = back;
    // So that a worker that comes after this one finds the way.
    await this.tabs.keep(state.tab);
    return parkInPlace(state.tab, clear);
  }

  /** Writes what scripts have stored, origin by origin; last is the one that the tab goes back to. */
  async #store(
    { tab }: TabState,
    { origins, storage }: Session,
    { back, clear, parked }: { readonly back: string; readonly clear: boolean; readonly parked: boolean },
  ): Promise<void> {
    const last = new URL(back).origin;
    const visited = new Set([...(clear ? origins : storage.map(({ origin }) => origin))].filter((o) => o !== last));
    for (const origin of [...visited, last]) {
      if (parked && !(await isParked(tab))) return;
      if (!(await parkAt(tab, origin, clear))) continue;
      const stored = storage.find((stored) => stored.origin === origin) ?? null;
      if (stored || clear) await storeIn(tab, stored, clear);
    }
  }

  async #sendBack(state: TabState, parked: boolean): Promise<void> {
    const { tab, stopped } = state;
    state.stopped = null;
    if (stopped === null) return;
    state.pages = {};
    state.place = goingTo(state.place, stopped);
    // From a page of another site the browser would not send strict cookies.
    if ((await isParked(tab)) && (await parkAt(tab, new URL(stopped).origin, false))) {
      await leave(tab, stopped);
    } else if (!parked || (await showsError(tab))) {
      await chrome.tabs.update(tab, { url: stopped }).catch(() => undefined);
    }
    await this.tabs.keep(tab);
  }
}
