import { button, element } from "../element.js";
import { HostRefusal, host, sentenceOf } from "../host.js";
import { Checks } from "./checks.js";
import { TextField } from "./text-field.js";

/** A name that can be one, made of one that cannot; empty where nothing is left of it. */
function suggestion(name: string): string {
  const made = name
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[^a-z0-9]+|-+$/g, "");
  return made === "" || made === name ? "" : ` Such as ${made}.`;
}

/** Adds an automation without leaving the form. */
export class AddAutomation {
  readonly element: HTMLDetailsElement;
  readonly #name = new TextField({
    label: "Name of the automation",
    hint: "One job of an agent, without spaces, such as order-desk: letters, digits, dots, dashes and underscores.",
  });
  readonly #profiles: Checks;
  readonly #added: (name: string) => Promise<void>;

  /** `profiles` are the names that it may run in; `added` is told the name of the new one. */
  constructor(profiles: readonly string[], added: (name: string) => Promise<void>) {
    this.#added = added;
    this.#profiles = new Checks(
      "Runs in",
      profiles.map((name) => ({ value: name, text: name, more: null })),
    );
    if (profiles.length === 1) this.#profiles.check(profiles);
    this.#name.input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      void this.#add();
    });
    const summary = element("summary", {}, "Add an automation");
    // Whoever opens it goes on to type; what opens by itself leaves the focus where it is.
    summary.addEventListener("click", () => {
      if (!this.element.open) setTimeout(() => this.#name.focus());
    });
    this.element = element(
      "details",
      {},
      summary,
      element(
        "div",
        { class: "card" },
        this.#name.element,
        this.#profiles.element,
        button("Add automation", { class: "quiet" }, () => void this.#add()),
      ),
    );
  }

  /** Takes over the name that was typed in another one. */
  goOnFrom(other: AddAutomation): void {
    this.#name.input.value = other.#name.input.value;
    this.element.open = other.element.open;
  }

  /** Whether a name was typed that nothing was made of. */
  get unfinished(): boolean {
    return this.#name.value !== "";
  }

  /** Says that it is not finished, and goes there. */
  needFinish(): void {
    this.element.open = true;
    this.#name.fail("Press Add automation, or clear this field.");
    this.#name.focus();
  }

  async #add(): Promise<void> {
    this.#name.clear();
    this.#profiles.clear();
    const name = this.#name.value;
    const profiles = this.#profiles.values;
    if (name === "") return this.#failName("Give it a name.");
    if (profiles.length === 0) return this.#profiles.fail("Choose at least one profile that it runs in.");
    try {
      await host.ask("add-automation", { name, profiles });
    } catch (error) {
      const field = error instanceof HostRefusal ? error.field : null;
      if (field?.startsWith("profiles")) this.#profiles.fail(sentenceOf(error));
      else this.#failName(`${sentenceOf(error)}${suggestion(name)}`);
      return;
    }
    this.#name.input.value = "";
    this.element.open = false;
    await this.#added(name);
  }

  #failName(sentence: string): void {
    this.#name.fail(sentence);
    this.#name.focus();
  }
}
