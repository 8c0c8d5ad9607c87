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
    this.#checks?.focus();
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
          "There is no agent's profile yet. Save without one, register one in a terminal, and come back here to attach it:",
        ),
        command("credential-vault profile add work --user-data-dir ~/agent-profiles/work"),
      );
      return;
    }
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
}
