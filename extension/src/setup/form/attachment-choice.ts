import type { ListPlacesAnswer } from "../../protocol/places.js";
import { button, element } from "../element.js";
import { host, sentenceOf } from "../host.js";
import { registering } from "../parts/commands.js";
import { command } from "../parts/copy.js";
import { listed } from "../parts/words.js";
import { hashOf } from "../route.js";
import { AddAutomation } from "./add-automation.js";
import { Checks } from "./checks.js";
import type { FormPart } from "./field.js";

/** Who may use the credential: automations and profiles, and a new automation where there is none yet. */
export class AttachmentChoice implements FormPart {
  readonly element = element("div", { class: "attachments" });
  readonly #changed: () => void;
  /** Looks again when the owner is back from the terminal. */
  readonly #cameBack = () => void this.#lookAgain();
  readonly #again = button("Check again", { class: "quiet" }, () => void this.#checkAgain());
  readonly #found = element("small", { role: "status" });
  readonly #added: string[] = [];
  /** What was found that the owner has not seen yet. */
  #news: string | null = null;
  #places: ListPlacesAnswer;
  #weighed: string | null = null;
  #checks: Checks | null = null;
  #add: AddAutomation | null = null;

  constructor(places: ListPlacesAnswer, attachments: readonly string[], changed: () => void) {
    this.#changed = changed;
    this.#places = places;
    this.#show(attachments);
    window.addEventListener("focus", this.#cameBack);
  }

  /** Such as `profile:work` or `automation:invoices`. */
  get values(): readonly string[] {
    return this.#checks?.values ?? [];
  }

  /** Automations that were added here. */
  get added(): readonly string[] {
    return this.#added;
  }

  /** The owner goes on, and has seen what was found. */
  seen(): void {
    this.#news = null;
    this.#found.textContent = "";
  }

  /** Goes to what was begun and not finished; false when there is no such thing. */
  needFinish(): boolean {
    if (!this.#add?.unfinished) return false;
    this.#add.needFinish();
    return true;
  }

  /** Lets go of what the page listens to. */
  left(): void {
    window.removeEventListener("focus", this.#cameBack);
  }

  get unfinished(): boolean {
    return this.#add?.unfinished ?? false;
  }

  clear(): void {
    this.#checks?.clear();
  }

  fail(sentence: string): void {
    this.#checks?.fail(sentence);
  }

  focus(): void {
    if (this.#checks) this.#checks.focus();
    else this.element.querySelector("button")?.focus();
  }

  /** Says what should be considered about what is chosen; null: nothing. */
  weigh(sentence: string | null): void {
    this.#weighed = sentence;
    this.#checks?.warn(sentence);
  }

  #show(attachments: readonly string[]): void {
    const { profiles, automations } = this.#places;
    const agents = profiles.filter(({ role }) => role === "agent").map(({ name }) => name);
    const offered = [
      ...automations.map(({ name }) => `automation:${name}`),
      ...agents.map((name) => `profile:${name}`),
    ];
    const others = attachments.filter((attachment) => !offered.includes(attachment));
    if (offered.length + others.length === 0) {
      this.element.replaceChildren(
        element(
          "p",
          {},
          "There is no agent's profile yet. You can save without one and attach the credential later, or register one now in a terminal and press Check again:",
        ),
        command(registering(this.#places)),
        element("div", { class: "again" }, this.#again, this.#found),
      );
      return;
    }
    const before = this.#add;
    this.#checks = new Checks(
      "Who may use it",
      [
        ...automations.map(({ name, profiles: of }) => ({
          value: `automation:${name}`,
          text: name,
          more: `automation: one job, runs in ${listed(of) || "no profile"}`,
        })),
        ...agents.map((name) => ({ value: `profile:${name}`, text: name, more: "profile: every job in this browser" })),
        // Such as an owner's profile, attached on the command line: it must not get lost here.
        ...others.map((value) => ({ value, text: value.replace(/^[a-z]+:/, ""), more: value.replace(/:.*/, "") })),
      ],
      this.#changed,
    );
    this.#checks.check(attachments);
    this.#checks.warn(this.#weighed);
    this.#add = new AddAutomation(agents, async (name) => {
      this.#added.push(name);
      const chosen = [...this.values, `automation:${name}`];
      this.#places = await host.ask("list-places", {});
      this.#show(chosen);
      this.#checks?.focusOn(`automation:${name}`);
      this.#changed();
    });
    if (before) this.#add.goOnFrom(before);
    this.element.replaceChildren(
      this.#checks.element,
      this.#add.element,
      element(
        "div",
        { class: "again" },
        element("small", {}, "Another profile was registered in a terminal? "),
        this.#again,
        this.#found,
      ),
      element(
        "small",
        {},
        "All of them, and what else uses them: ",
        // What is typed here stays, and the form looks again when one is back.
        element("a", { href: hashOf({ view: "places" }), target: "_blank" }, "Automations and profiles (in a new tab)"),
      ),
    );
  }

  async #checkAgain(): Promise<void> {
    this.#again.setAttribute("aria-busy", "true");
    try {
      this.#take(await host.ask("list-places", {}));
      // What the page has found by itself when it was come back to is news still.
      this.#found.textContent = this.#news ?? nothingNew(this.#places);
    } catch (error) {
      this.#found.textContent = sentenceOf(error);
    } finally {
      this.#again.removeAttribute("aria-busy");
    }
  }

  async #lookAgain(): Promise<void> {
    // Without an answer the form stays as it is: what is wrong with the vault is said where it is saved.
    const places = await host.ask("list-places", {}).catch(() => null);
    if (places) this.#take(places);
  }

  /** Shows what there is now, and says what is new of it. */
  #take(places: ListPlacesAnswer): void {
    if (JSON.stringify(places) === JSON.stringify(this.#places)) return;
    const before = namesOf(this.#places);
    const found = namesOf(places).filter((name) => !before.includes(name));
    this.#places = places;
    const hadNone = this.#checks === null;
    this.#show(this.values);
    if (hadNone) this.#checks?.focus();
    this.#news =
      found.length === 0
        ? "The list was brought up to date."
        : `${listed(found)} ${found.length === 1 ? "was" : "were"} found.`;
    this.#found.textContent = this.#news;
  }
}

function namesOf({ profiles, automations }: ListPlacesAnswer): string[] {
  return [...automations, ...profiles.filter(({ role }) => role === "agent")].map(({ name }) => name);
}

function nothingNew(places: ListPlacesAnswer): string {
  const names = namesOf(places);
  return names.length === 0 ? "Nothing is registered yet." : `Nothing new: ${listed(names)} can be ticked above.`;
}
