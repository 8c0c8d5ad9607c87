import type { Credential } from "../protocol/credentials.js";
import { auditedCredentials } from "./audited.js";
import { element } from "./element.js";
import { allCredentials, HostUnavailable, host, type Known, sentenceOf } from "./host.js";
import { callout } from "./parts/callout.js";
import { ask } from "./parts/dialog.js";
import { hashOf, type Route, routeOf } from "./route.js";
import { shell } from "./shell.js";
import { Verifying } from "./verifying.js";
import type { View } from "./view.js";
import { agentView } from "./views/agent.js";
import { auditView } from "./views/audit.js";
import { credentialView } from "./views/credential.js";
import { formView } from "./views/form.js";
import { listView } from "./views/list.js";
import { notConnectedView } from "./views/not-connected.js";
import { placesView } from "./views/places.js";

const main = element("main", {});
let shown: View | null = null;
/** What was saved a moment ago, and whether it was stopped before that. */
let justSaved: { readonly id: string; readonly wasStopped: boolean } | null = null;
/** The label of a credential that was removed a moment ago. */
let justRemoved: string | null = null;
let turn = 0;

async function start(): Promise<void> {
  let role: string;
  let profile: string;
  try {
    ({ role, profile } = await host.who());
  } catch (error) {
    document.body.replaceChildren(main);
    show(notConnectedView(error instanceof HostUnavailable ? null : sentenceOf(error)));
    return;
  }
  if (role !== "owner") {
    document.body.replaceChildren(main);
    show(agentView());
    return;
  }
  document.body.replaceChildren(...shell(profile, main));
  guardUnsaved();
  window.addEventListener("hashchange", () => void follow());
  await follow();
}

/** Shows what the address says. */
async function follow(): Promise<void> {
  const mine = ++turn;
  const route = routeOf(location.hash);
  let next: View;
  try {
    next = await viewOf(route);
  } catch (error) {
    next = {
      title: "It did not work",
      content: [element("h1", { tabindex: -1 }, "This could not be shown"), callout("bad", sentenceOf(error))],
    };
  }
  if (mine === turn) show(next);
}

async function viewOf(route: Route): Promise<View> {
  switch (route.view) {
    case "list": {
      const credentials = await allCredentials();
      const gone = justRemoved;
      justRemoved = null;
      return listView(credentials, gone);
    }
    case "add":
      return formView(null, await known(), saved, hashOf({ view: "list" }), null);
    case "places":
      return placesView(await known());
    case "audit":
      return auditView(await auditedCredentials(await allCredentials()), route.credential);
    case "credential":
    case "edit": {
      const about = await known();
      const credential = about.credentials.find(({ id }) => id === route.id);
      if (!credential) return goneView();
      if (route.view === "edit")
        return formView(credential, about, saved, hashOf({ view: "credential", id: credential.id }), route.at);
      const fresh = justSaved?.id === credential.id ? justSaved : null;
      justSaved = null;
      return credentialView(credential, about, fresh, removed);
    }
  }
}

async function known(): Promise<Known> {
  const [credentials, places] = await Promise.all([allCredentials(), host.ask("list-places", {})]);
  return { credentials, places };
}

function goneView(): View {
  return {
    title: "Not there",
    content: [
      element("h1", { tabindex: -1 }, "There is no such credential"),
      element(
        "p",
        {},
        "It was removed, or the address is wrong. ",
        element("a", { href: hashOf({ view: "list" }) }, "All credentials"),
      ),
    ],
  };
}

function saved(id: string, old: Credential | null): void {
  justSaved = { id, wasStopped: old !== null && old.stopped !== null };
  go({ view: "credential", id });
}

function removed(label: string): void {
  justRemoved = label;
  go({ view: "list" });
}

function go(route: Route): void {
  location.hash = hashOf(route);
}

function show(view: View): void {
  const first = shown === null;
  shown?.left?.();
  shown = view;
  document.title = view.title === "Credential Vault" ? view.title : `${view.title} – Credential Vault`;
  main.replaceChildren(...view.content.filter((child) => child !== null));
  scrollTo(0, 0);
  // Whoever hears the page hears where they are; at the first one the browser says it itself.
  if (view.start) view.start();
  else if (!first) main.querySelector("h1")?.focus();
}

/** Asks before something is lost: what was typed, by going elsewhere in the page or closing it, and what goes on, by closing it. */
function guardUnsaved(): void {
  window.addEventListener("beforeunload", (event) => {
    if (shown?.unsaved?.() || Verifying.isUnderWay) event.preventDefault();
  });
  navigation.addEventListener("navigate", (event) => {
    if (!event.hashChange || !event.cancelable || !shown?.unsaved?.()) return;
    event.preventDefault();
    const { url } = event.destination;
    const view = shown;
    const more = [shown.lost?.() ?? null, shown.stays?.() ?? null];
    void ask({
      title: "Leave without saving?",
      text: ["What you have typed on this form will be lost.", ...more].filter((part) => part !== null).join(" "),
      yes: "Leave",
      no: "Stay here",
    }).then((leave) => {
      if (!leave || shown !== view) return;
      shown = { ...view, unsaved: () => false };
      navigation.navigate(url);
    });
  });
}

void start();
