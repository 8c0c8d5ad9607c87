import type { Fill } from "../../protocol/credentials.js";
import { element, newId } from "../element.js";
import { listed } from "../parts/words.js";

const choices: readonly { readonly fill: Fill; readonly name: string; readonly text: string }[] = [
  {
    fill: "isolated",
    name: "A browser of the vault's own (isolated, recommended)",
    text: "The vault signs in there and hands over only the session. Password and code never enter the agent's browser.",
  },
  {
    fill: "in-page",
    name: "The agent's own page (in-page)",
    text: "For sites that tie a session to the browser that signed in. Password and code are in that page for a moment.",
  },
];

/** Where the values are typed: isolated, unless the owner says otherwise and has read what that means. */
export class FillChoice {
  readonly element: HTMLElement;
  readonly #inputs: ReadonlyMap<Fill, HTMLInputElement>;
  readonly #again = element("span");

  constructor(fill: Fill, changed: () => void) {
    const name = newId("fill");
    const limits = element(
      "div",
      { class: "callout doubtful", role: "status" },
      element("strong", {}, "What in-page cannot hide. "),
      "While a form is filled, scripts in the page, DevTools and whoever sees the page's requests can read the password and the code. Choose it only when your agent sees nothing but what its harness shows it: text, snapshots, screenshots.",
      this.#again,
    );
    const show = () => {
      limits.hidden = this.value !== "in-page";
    };
    this.#inputs = new Map(
      choices.map((choice) => {
        const input = element("input", { type: "radio", name, value: choice.fill, id: newId("fill") });
        input.checked = choice.fill === fill;
        input.addEventListener("change", () => {
          show();
          changed();
        });
        return [choice.fill, input];
      }),
    );
    this.element = element(
      "fieldset",
      { class: "fill" },
      element("legend", { class: "heard" }, "Where password and code are typed"),
      ...choices.map((choice) => this.#row(choice.fill, choice.name, choice.text)),
      limits,
    );
    show();
  }

  get value(): Fill {
    return [...this.#inputs].find(([, input]) => input.checked)?.[0] ?? "isolated";
  }

  /** Says which secrets have to be given again for what is chosen; none: nothing. */
  needAgain(labels: readonly string[]): void {
    this.#again.textContent =
      labels.length === 0 ? "" : ` To be given again for it, above, before you save: ${listed(labels)}.`;
  }

  #row(fill: Fill, name: string, text: string): HTMLElement {
    const hint = element("small", { id: newId("hint") }, text);
    const input = this.#inputs.get(fill);
    input?.setAttribute("aria-describedby", hint.id);
    return element(
      "div",
      { class: "choice" },
      input ?? null,
      element("div", {}, element("label", { for: input?.id ?? null }, name), hint),
    );
  }
}
