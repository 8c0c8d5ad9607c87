import { isPageSeen, type PageSeenMessage } from "../messages/page-seen.js";
import { isParked } from "../messages/parking.js";
import { isPause } from "../messages/pause.js";
import type { Page } from "../protocol/page.js";
import {
  cameFromOutside,
  navigationBegan,
  navigationCommitted,
  navigationFailed,
  seenSignedOut,
  seenWithoutForm,
  wentOnInDocument,
} from "./agent-place.js";
import { challengedPage, type FailedNavigation } from "./challenged-page.js";
import { HostConnection } from "./connection.js";
import { HandOver } from "./hand-over/hand-over.js";
import { isCurrent, pageIdentity } from "./page-identity.js";
import { Readiness } from "./readiness.js";
import { Reminder } from "./reminder.js";
import { isDoubt, SignedInBefore } from "./signed-in-before.js";
import { SignedOut } from "./signed-out.js";
import { showAgain } from "./status.js";
import { noteFollowed, noteLeaving } from "./submission.js";
import { type PageSeen, type TabState, Tabs } from "./tab-state.js";
import { Turns } from "./turns.js";

const turns = new Turns();
const ready = start();

async function start() {
  const [tabs, before] = await Promise.all([Tabs.restored(), SignedInBefore.restored()]);
  const host = new HostConnection(
    () => readiness.isKept || tabs.all().some(({ signIn, due }) => signIn !== null || due !== null),
  );
  const readiness = new Readiness(host, before);
  const handOver = new HandOver(tabs);
  const walk = new SignedOut(host, before, handOver, inTurn);
  const reminder = new Reminder(tabs, (state) => inTurn(state.tab, (current) => ring(walk, readiness, current)));
  reminder.set();
  return { tabs, host, handOver, walk, reminder, before, readiness };
}

void ready.then(({ tabs, walk }) => {
  for (const { tab, signIn } of tabs.all()) {
    if (signIn?.session === "awaited") void inTurn(tab, (state) => walk.session.resume(state));
  }
});

/** Runs a task when it is this tab's turn, then writes down what it changed. */
async function inTurn(tab: number, task: (state: TabState) => Promise<void>): Promise<void> {
  const { tabs, reminder } = await ready;
  await turns.take(tab, async () => {
    await task(tabs.of(tab)).finally(() => tabs.keep(tab));
    reminder.set();
  });
}

async function ring(walk: SignedOut, readiness: Readiness, state: TabState): Promise<void> {
  const { due, signIn } = state;
  if (due && due.at <= Date.now()) {
    state.due = null;
    await walk.due(state, due);
  } else if (signIn?.bound && signIn.bound <= Date.now()) {
    await walk.timeIsUp(state, signIn);
  }
  // The page that a sign-in has ended at was seen before that, and may not change any more.
  const top = state.pages[0];
  if (signIn !== null && state.signIn === null && top) readiness.pageSeen(state, top);
}

async function pageSeen({ seen, address }: PageSeenMessage, sender: chrome.runtime.MessageSender): Promise<void> {
  const at = Date.now();
  const page = await pageIdentity(sender);
  // A document that is loaded ahead or kept for later tells again when it is shown.
  if (page?.lifecycle !== "active") return;
  const { tabs, walk, before, readiness } = await ready;
  const stopped = tabs.of(page.tab).stopped !== null;
  await inTurn(page.tab, async (state) => {
    // While a session is handed over pages come and go before they are spoken of.
    if ((stopped || state.signIn?.session) && !(await isCurrent(page))) return;
    const now = await remembering(before, state, { page, seen, address: placeOf(page, address), at });
    const isNew = state.pages[page.frame]?.page.document !== page.document;
    state.pages[page.frame] = now;
    if (now.seen.verdict === "signed-out") {
      const top = state.pages[0]?.address ?? sender.tab?.url ?? now.address;
      state.place = seenSignedOut(state.place, top, at);
    } else if (page.frame === 0 && seen.fields.length === 0) {
      state.place = seenWithoutForm(state.place, now.address, seen.verdict === "signed-in");
    }
    // Why another document was not signed in says nothing of this one.
    if (isNew && page.frame === 0 && (state.signIn !== null || state.status?.until !== null)) await showAgain(state);
    const wentOn = state.signIn !== null;
    await walk.pageSeen(state, now);
    if (wentOn || state.signIn !== null) readiness.used();
    readiness.pageSeen(state, now);
  });
  await walk.session.awaited(tabs.of(page.tab));
}

/** Only the page itself tells what a session would show, and only while no sign-in asks what it became. */
async function remembering(before: SignedInBefore, { signIn, stopped }: TabState, now: PageSeen): Promise<PageSeen> {
  if (now.page.frame !== 0) return now;
  if (now.seen.verdict === "signed-in") await before.signedIn(now, signIn !== null);
  else before.undecided(now);
  // What a sign-in began with is told again when anything of it changes, and is doubted for the same reason as before.
  const isStillDoubted =
    signIn?.submitted === null && isDoubt(signIn.told) && signIn.told.page.document === now.page.document;
  return (signIn === null || isStillDoubted) && stopped === null ? before.judged(now) : now;
}

async function parked({ tab }: chrome.runtime.MessageSender): Promise<void> {
  const { tabs, handOver } = await ready;
  if (tab?.id !== undefined) await handOver.release(tabs.of(tab.id));
}

/** A page can be at any address of its origin without being loaded from there, and at no other. */
function placeOf({ origin }: Page, address: string): string {
  return URL.canParse(address) && new URL(address).origin === origin ? address : origin;
}

chrome.runtime.onMessage.addListener((message: unknown, sender, answer) => {
  if (isParked(message)) {
    void parked(sender).finally(() => answer(null));
    return true;
  }
  if (isPause(message)) {
    setTimeout(() => answer(null), message.milliseconds);
    return true;
  }
  if (!isPageSeen(message)) return false;
  // Answered when all is done that follows from it: a worker that is ended before is noticed by the content script.
  void pageSeen(message, sender).finally(() => answer(null));
  return true;
});

chrome.webNavigation.onBeforeNavigate.addListener(({ tabId, frameId, url, timeStamp }) => {
  // Not in turn: the turn may be that of the fill which makes the document leave.
  void ready.then(({ tabs }) => {
    const { signIn, stopped } = tabs.of(tabId);
    noteLeaving(signIn, frameId, true);
    // Where the tab goes while a session is handed over is no place of the agent.
    if (frameId !== 0 || stopped !== null) return;
    void inTurn(tabId, async (state) => {
      state.place = navigationBegan(state.place, url, timeStamp);
    });
  });
});

chrome.webNavigation.onErrorOccurred.addListener((failed) => {
  const { tabId, frameId, url } = failed;
  void ready.then(({ tabs }) => {
    noteLeaving(tabs.of(tabId).signIn, frameId, false);
    if (frameId !== 0) return;
    void inTurn(tabId, async (state) => {
      state.place = navigationFailed(state.place, url);
    });
  });
  void challenged(failed);
});

async function challenged(failed: FailedNavigation): Promise<void> {
  const { tabs, walk } = await ready;
  if (tabs.of(failed.tabId).stopped !== null) return;
  const now = await challengedPage(failed);
  if (!now) return;
  await inTurn(now.page.tab, async (state) => {
    if (!(await isCurrent(now.page))) return;
    // It is no document that the browser tells of in any other way.
    const { address, at } = now;
    const arrived = { url: address, transitionType: "link", transitionQualifiers: [], timeStamp: at };
    state.place = seenSignedOut(navigationCommitted(state.place, arrived), address, at);
    state.pages = { 0: now };
    await walk.pageSeen(state, now);
  });
}

chrome.webNavigation.onCommitted.addListener((commit) => {
  const { tabId } = commit;
  if (commit.documentLifecycle !== "active") return;
  void ready.then(({ tabs }) => {
    if (tabs.of(tabId).stopped === null) void inTurn(tabId, (state) => committed(state, commit));
  });
});

async function committed(state: TabState, commit: chrome.webNavigation.WebNavigationTransitionCallbackDetails) {
  const { frameId } = commit;
  const { signIn } = state;
  if (signIn && (frameId === 0 || frameId === signIn.frame)) noteFollowed(signIn, cameFromOutside(commit));
  if (frameId !== 0) {
    delete state.pages[frameId];
  } else {
    state.pages = {};
    state.place = navigationCommitted(state.place, commit);
  }
}

for (const event of [chrome.webNavigation.onHistoryStateUpdated, chrome.webNavigation.onReferenceFragmentUpdated]) {
  event.addListener(({ tabId, frameId, url, timeStamp }) => {
    void ready.then(({ tabs }) => {
      if (frameId !== 0 || tabs.of(tabId).stopped !== null) return;
      void inTurn(tabId, async (state) => {
        state.place = wentOnInDocument(state.place, url, timeStamp);
      });
    });
  });
}

chrome.tabs.onRemoved.addListener((tabId) => {
  void ready.then(({ tabs, walk }) =>
    turns.take(tabId, async () => {
      const state = tabs.of(tabId);
      await walk.tabClosed(state).finally(() => tabs.forget(tabId));
    }),
  );
});

// A tab that shows the page already is brought to the front.
chrome.action.onClicked.addListener(() => void chrome.runtime.openOptionsPage());

// Only to be awake once when a browser starts, for the greeting below.
chrome.runtime.onStartup.addListener(() => undefined);
chrome.runtime.onInstalled.addListener(() => undefined);

// Once a browser start, so that the owner can see whether this profile reaches the host. The owner's own profile is there
// for the set-up page; Chromium blocks it as the first page, since extensions are loaded after that.
void ready.then(async ({ host, readiness }) => {
  const { greeted } = await chrome.storage.session.get("greeted");
  if (greeted) return;
  try {
    const { role } = await host.who();
    if (role === "owner") await chrome.runtime.openOptionsPage();
    else readiness.browserStarted();
    await chrome.storage.session.set({ greeted: true });
  } catch {
    // The host is not to be had; doctor says why.
  }
});

// The browser must neither offer to keep a password that was filled nor show it in that offer.
void chrome.privacy.services.passwordSavingEnabled.set({ value: false });
