import type { ListPlacesAnswer } from "../../protocol/places.js";
import { element } from "../element.js";
import { host } from "../host.js";
import { command } from "../parts/copy.js";
import { AddAutomation } from "./add-automation.js";
import { Checks } from "./checks.js";
import type { FormPart } from "./field.js";

/** Who may use the credential: automations and profiles, and a new automation where there is none yet. */
export class AttachmentChoice implements FormPart {
  readonly element = element("div", { class: "attachments" });
  readonly #changed: () => void;
  /** Looks again when the owner is back from the terminal. */
  readonly #cameBack = () => void this.#lookAgain();
  #checks: Checks | null = null;
  #add: AddAutomation | null = null;

  constructor(places: ListPlacesAnswer, attachments: readonly string[], changed: () => void) {
    this.#changed = changed;
    this.#show(places, attachments);
  }

  /** Such as `profile:work` or `automation:invoices`. */
  get values(): readonly string[] {
    return this.#checks?.values ?? [];
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
    this.#checks?.warn(sentence);
  }

  #show({ profiles, automations }: ListPlacesAnswer, attachments: readonly string[]): void {
    const agents = profiles.filter(({ role }) => role === "agent").map(({ name }) => name);
    const listed = [...automations.map(({ name }) => `automation:${name}`), ...agents.map((name) => `profile:${name}`)];
    const others = attachments.filter((attachment) => !listed.includes(attachment));
    if (listed.length + others.length === 0) {
      this.element.replaceChildren(
        element(
          "p",
          {},
          "There is no agent's profile yet. Register one in a terminal and come back here, or save without one and attach it later:",
        ),
        command("credential-vault profile add work --user-data-dir ~/agent-profiles/work"),
      );
      window.addEventListener("focus", this.#cameBack);
      return;
    }
    this.left();
    this.#checks = new Checks(
      "Who may use it",
      [
        ...automations.map(({ name, profiles: of }) => ({
          value: `automation:${name}`,
          text: name,
          more: `automation, in ${of.join(", ") || "no profile"}`,
        })),
        ...agents.map((name) => ({ value: `profile:${name}`, text: name, more: "profile, whatever runs in it" })),
        // Such as an owner's profile, attached on the command line: it must not get lost here.
        ...others.map((value) => ({ value, text: value.replace(/^[a-z]+:/, ""), more: value.replace(/:.*/, "") })),
      ],
      this.#changed,
    );
    this.#checks.check(attachments);
    this.#add = new AddAutomation(agents, async (name) => {
      const chosen = [...this.values, `automation:${name}`];
      this.#show(await host.ask("list-places", {}), chosen);
      this.#checks?.focusOn(`automation:${name}`);
      this.#changed();
    });
    this.element.replaceChildren(this.#checks.element, this.#add.element);
  }

  async #lookAgain(): Promise<void> {
    // Without an answer the form stays as it is: what is wrong with the vault is said where it is saved.
    const places = await host.ask("list-places", {}).catch(() => null);
    if (places && !this.#checks) this.#show(places, []);
  }
}
