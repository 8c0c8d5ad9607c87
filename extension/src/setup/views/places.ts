import type { Credential } from "../../protocol/credentials.js";
import type { Automation, Profile } from "../../protocol/places.js";
import { button, type Child, element } from "../element.js";
import { AddAutomation } from "../form/add-automation.js";
import { allCredentials, host, type Known, sentenceOf } from "../host.js";
import { callout } from "../parts/callout.js";
import { registering } from "../parts/commands.js";
import { command } from "../parts/copy.js";
import { ask } from "../parts/dialog.js";
import { listed, nameOf } from "../parts/words.js";
import { hashOf } from "../route.js";
import type { View } from "../view.js";

/** Of the credentials that are attached to one place; a fleet may have thousands. */
const mostNamed = 10;

/** What credentials can be attached to: automations and profiles, each with what it uses. */
export function placesView(known: Known): View {
  const page = new PlacesPage(known);
  return { title: "Automations and profiles", content: [page.element], unsaved: () => page.unfinished };
}

class PlacesPage {
  readonly element = element("div", {});
  readonly #news = element("div", {});
  readonly #lists = element("div", {});
  #known: Known;
  #add: AddAutomation | null = null;

  constructor(known: Known) {
    this.#known = known;
    this.element.append(
      element("h1", { tabindex: -1 }, "Automations and profiles"),
      element(
        "p",
        { class: "lead" },
        "What a credential can be attached to. An automation is one job of an agent. A profile is the browser profile in which jobs run: each of them can use what is attached to it.",
      ),
      this.#news,
      this.#lists,
    );
    this.#show();
  }

  /** Whether the name of an automation was typed that nothing was made of. */
  get unfinished(): boolean {
    return this.#add?.unfinished ?? false;
  }

  #show(): void {
    const { automations, profiles } = this.#known.places;
    this.#lists.replaceChildren(
      element(
        "section",
        { class: "kind" },
        element("h2", {}, "Automations"),
        ...this.#automations(automations),
        this.#adding(),
      ),
      element(
        "section",
        { class: "kind" },
        element("h2", {}, "Profiles"),
        element("ul", { class: "places" }, ...profiles.map((profile) => this.#profile(profile))),
        element("p", { class: "lead" }, "Profiles are registered in a terminal, since that writes into their folder:"),
        command(registering(this.#known.places)),
        // Not to be copied: which one it is has to be said.
        element(
          "p",
          { class: "lead" },
          "One is removed there too, with every attachment to it: ",
          element("code", {}, `${this.#known.places.commandLine} profile remove NAME`),
        ),
      ),
    );
  }

  get #agents(): readonly string[] {
    return this.#known.places.profiles.filter(({ role }) => role === "agent").map(({ name }) => name);
  }

  #automations(automations: readonly Automation[]): Child[] {
    if (automations.length === 0) return [element("p", {}, "None yet.")];
    return [element("ul", { class: "places" }, ...automations.map((automation) => this.#automation(automation)))];
  }

  /** What adds one, or why none can be added: there is no profile that it could run in. */
  #adding(): HTMLElement {
    const agents = this.#agents;
    this.#add =
      agents.length === 0 ? null : new AddAutomation(agents, (name) => this.#changed(`Added the automation ${name}.`));
    return this.#add?.element ?? element("p", {}, "One can be added when an agent's profile is registered.");
  }

  #automation(automation: Automation): HTMLElement {
    const { name, profiles } = automation;
    return this.#place(
      name,
      `runs in ${listed(profiles) || "no profile"}`,
      this.#usedBy(automation),
      button(
        "Remove",
        { class: "quiet danger-text", "aria-label": `Remove the automation ${name}` },
        () => void this.#remove(automation),
      ),
    );
  }

  /** An automation uses its own first, and for other sites what its profiles have. */
  #usedBy({ name, profiles }: Automation): HTMLElement {
    const own = this.#attachedTo(`automation:${name}`);
    const shared = profiles.some((profile) => this.#attachedTo(`profile:${profile}`).length > 0);
    if (!shared) return uses(own);
    return own.length === 0
      ? element("span", {}, "Uses what its profile uses")
      : element("span", {}, "Uses ", ...links(own), ", and for other sites what its profile uses");
  }

  #profile({ name, role }: Profile): HTMLElement {
    const attached = this.#attachedTo(`profile:${name}`);
    return role === "agent"
      ? this.#place(name, "an agent's profile", uses(attached), null)
      : // Nothing is signed in there, so that nothing is missing where nothing is attached.
        this.#place(
          name,
          "an owner's profile: it shows this page",
          attached.length === 0 ? null : uses(attached),
          null,
        );
  }

  #place(name: string, what: string, used: HTMLElement | null, action: HTMLElement | null): HTMLElement {
    return element(
      "li",
      {},
      element("div", {}, element("strong", { dir: "auto" }, name), element("small", { dir: "auto" }, what), used),
      action,
    );
  }

  #attachedTo(place: string): readonly Credential[] {
    return this.#known.credentials.filter(({ attachments }) => attachments.includes(place));
  }

  async #remove({ name }: Automation): Promise<void> {
    const attached = this.#attachedTo(`automation:${name}`);
    const detached =
      attached.length === 0
        ? ""
        : `${named(attached)} ${attached.length === 1 ? "is detached from it, and stays" : "are detached from it, and stay"}. `;
    const sure = await ask({
      title: `Remove the automation ${name}?`,
      text: `${detached}A browser that was started for it is not signed in any more. Its history stays in the audit.`,
      yes: "Remove",
      no: "Keep it",
    });
    if (!sure) return;
    try {
      await host.ask("remove-automation", { name });
    } catch (error) {
      this.#news.replaceChildren(callout("bad", sentenceOf(error)));
      return;
    }
    await this.#changed(`Removed the automation ${name}.`);
  }

  /** Shows what there is now, and says what was done; where the vault does not answer any more, says that too. */
  async #changed(done: string): Promise<void> {
    this.#news.replaceChildren(callout("good", done));
    try {
      const [credentials, places] = await Promise.all([allCredentials(), host.ask("list-places", {})]);
      this.#known = { credentials, places };
      this.#show();
    } catch (error) {
      this.#news.append(callout("bad", sentenceOf(error)));
    }
    this.element.querySelector("h1")?.focus();
  }
}

function uses(attached: readonly Credential[]): HTMLElement {
  return attached.length === 0
    ? element("span", { class: "none" }, "No credential is attached to it.")
    : element("span", {}, "Uses ", ...links(attached));
}

function links(credentials: readonly Credential[]): Child[] {
  const some = credentials.slice(0, mostNamed);
  return [
    ...some.flatMap(({ id, label }, index): Child[] => [
      index > 0 ? ", " : null,
      element("a", { href: hashOf({ view: "credential", id }), dir: "auto" }, label),
    ]),
    credentials.length > some.length ? `, and ${credentials.length - some.length} more` : null,
  ];
}

function named(credentials: readonly Credential[]): string {
  const some = credentials.slice(0, mostNamed).map(nameOf);
  return listed(credentials.length > some.length ? [...some, `${credentials.length - some.length} more`] : some);
}
