import type { ValueName } from "../detector/index.js";
import type { Page } from "../protocol/page.js";
import type { PageEvent } from "../protocol/report.js";
import type { Seen } from "../protocol/seen.js";
import { type AgentPlace, nowhere } from "./agent-place.js";
import type { SentBack } from "./sent-back.js";

/** A document as it was last seen. */
export interface PageSeen {
  readonly page: Page;
  readonly seen: Seen;
  readonly address: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What was typed and submitted last, without the values. */
export interface Submitted {
  readonly document: string;
  readonly look: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** A request carried the value. */
  sent: boolean;
  /** The answer to that request. */
  answer: { readonly status: number; readonly at: number } | null;
  /** The document is on its way out. */
  leaving: boolean;
  /** The host was told that the form has not changed since it was answered. */
  unchangedTold: boolean;
  /** What took the place of the document: one that the page led to, or one that somebody else went to meanwhile. */
  followed: "by-page" | "from-outside" | null;
}

/** A sign-in that the host has given a name. */
export interface SignInUnderWay {
  readonly id: string;
  readonly frame: number;
  /** The page that it began with. */
  readonly began: PageSeen;
  /** What the host was last told of. */
  told: PageSeen;
  submitted: Submitted | null;
  /** When to report `time-is-up`, milliseconds since 1970. */
  bound: number | null;
  /**
   * Where a sign-in in the host's own browser has got to: `awaited` until the session is there, `handed-over` when it is
   * to be seen what the page became. Null: values are typed into the page.
   */
  session: "awaited" | "handed-over" | null;
  /** The page that was seen signed in after the session was handed over; null before. */
  shown: PageSeen | null;
  /** The agent has gone to an address of its own meanwhile. */
  agentMoved: boolean;
  /** Where the agent was when it began, and whether it was asked to sign in by asking for that. */
  readonly wanted: { readonly address: string | null; readonly asked: boolean };
  /** The document in which its site led the page back there since something was submitted; null when none did. */
  backIn: string | null;
  /** The document that holds the session by itself, so that it must not be sent anywhere; null when none is known to. */
  heldBy: string | null;
  /** Where the page was sent to see whether it is signed in; null before. */
  sentBack: SentBack | null;
}

/** Something to be done later. */
export interface Due {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly what:
    | { readonly do: "sign-in" }
    | { readonly do: "fill"; readonly fields: readonly ValueName[] }
    | { readonly do: "ask" }
    | { readonly do: "session" }
    | { readonly do: "report"; readonly event: PageEvent }
    | { readonly do: "look-again" };
}

/** What the status element of the tab says. */
export interface Status {
  readonly text: string;
  /** When it goes by itself, milliseconds since 1970; null: it stays. */
  readonly until: number | null;
}

/** A document where a sign-in ended not signed in: it is not asked for again, unless it shows its first form later. */
export interface Settled {
  readonly document: string;
  readonly showedForm: boolean;
}

/** All that is known of one tab. Holds no secret: it is written to session storage. */
export interface TabState {
  readonly tab: number;
  place: AgentPlace;
  /** By frame id. */
  pages: Record<number, PageSeen>;
  signIn: SignInUnderWay | null;
  due: Due | null;
  settled: Settled | null;
  /** The document for which a sign-in was begun again after the host had forgotten it. */
  renewed: string | null;
  status: Status | null;
  /** Where the tab goes when the session is there; null: it was not stopped for one. */
  stopped: string | null;
}

/** The page that a sign-in is about, or what the tab shows otherwise. */
export function latest(state: TabState, signIn: SignInUnderWay | null): PageSeen | undefined {
  const signedOut = Object.values(state.pages).find(({ seen }) => seen.verdict === "signed-out");
  return (signIn && state.pages[signIn.frame]) ?? signedOut ?? state.pages[0];
}

/** From now on, nothing comes of this document as it is. */
export function settle(state: TabState, { page, seen }: PageSeen): void {
  state.settled = { document: page.document, showedForm: seen.fields.length > 0 };
}

/** Whether nothing comes of it. */
export function isSettled({ settled }: TabState, { page, seen }: PageSeen): boolean {
  return settled?.document === page.document && (settled.showedForm || seen.fields.length === 0);
}

const key = (tab: number) => `tab:${tab}`;

/** The tabs, kept in session storage so that a worker that sleeps or dies loses nothing. */
export class Tabs {
  readonly #tabs = new Map<number, TabState>();

  /** What was kept by the worker before this one. */
  static async restored(): Promise<Tabs> {
    const tabs = new Tabs();
    for (const [name, kept] of Object.entries(await chrome.storage.session.get())) {
      // Only this class writes there, and the storage is closed to content scripts.
      if (name.startsWith("tab:")) tabs.#tabs.set((kept as TabState).tab, kept as TabState);
    }
    return tabs;
  }

  /** All tabs that are known. */
  all(): readonly TabState[] {
    return [...this.#tabs.values()];
  }

  /** The state of a tab, to be changed in place and then kept. */
  of(tab: number): TabState {
    let state = this.#tabs.get(tab);
    if (!state) {
      const empty = { pages: {}, signIn: null, due: null, settled: null, renewed: null, status: null, stopped: null };
      state = { tab, place: nowhere, ...empty };
      this.#tabs.set(tab, state);
    }
    return state;
  }

  /** Writes the state of a tab down. */
  async keep(tab: number): Promise<void> {
    await chrome.storage.session.set({ [key(tab)]: this.#tabs.get(tab) });
  }

  /** The tab is gone. */
  async forget(tab: number): Promise<void> {
    this.#tabs.delete(tab);
    await chrome.storage.session.remove(key(tab));
  }
}
