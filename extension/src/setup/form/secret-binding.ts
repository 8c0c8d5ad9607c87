import type { Credential } from "../../protocol/credentials.js";
import { element } from "../element.js";
import { callout } from "../parts/callout.js";
import { listed } from "../parts/words.js";
import type { FillChoice } from "./fill-choice.js";
import type { OriginList } from "./origin-list.js";
import type { SecretField } from "./secret-field.js";

const keyIsShownOnce =
  "Most sites show an authenticator key once: then two-factor sign-in has to be set up anew there.";

/**
 * What the stored secrets are bound to: the sites that they were given for, and a fill that shows no more of them. The host
 * refuses them where that has changed; here it is said before, beside each secret and beside what asks for it.
 */
export class SecretBinding {
  /** Stands beside the sites. */
  readonly element = element("div");
  readonly #old: Credential | null;
  readonly #origins: OriginList;
  readonly #fill: FillChoice;
  readonly #key: SecretField;
  readonly #secrets: () => readonly SecretField[];

  /** `old` is the credential that is changed, or null; `key` the one of `secrets` that is the authenticator key. */
  constructor(
    old: Credential | null,
    origins: OriginList,
    fill: FillChoice,
    key: SecretField,
    secrets: () => readonly SecretField[],
  ) {
    this.#old = old;
    this.#origins = origins;
    this.#fill = fill;
    this.#key = key;
    this.#secrets = secrets;
  }

  /** Looks at sites and fill, and asks again for what is of no use with them. */
  check(): void {
    if (!this.#old) return;
    const reason = this.#haveSitesMoved
      ? "it is bound to where you sign in, and that has changed."
      : this.#isExposed
        ? "it was given for the isolated fill, and a page can show what is typed into it."
        : null;
    for (const secret of this.#secrets())
      secret.needAgain(reason !== null && secret === this.#key ? `${reason} ${keyIsShownOnce}` : reason);
    this.tell();
  }

  /** Says beside the sites, or beside the fill, which secrets still have to be given again for them. */
  tell(): void {
    const needed = this.#secrets().filter((secret) => secret.needed);
    const labels = needed.map(({ label }) => label);
    const moved = this.#haveSitesMoved;
    this.#fill.needAgain(this.#isExposed && !moved ? labels : []);
    const said =
      moved && needed.length > 0
        ? `Secrets are bound to their sites. Enter again below: ${listed(labels)}. Or put the sites back as they were.${
            needed.includes(this.#key) ? ` ${keyIsShownOnce}` : ""
          }`
        : "";
    if (this.element.textContent !== said) this.element.replaceChildren(said === "" ? "" : callout("doubtful", said));
  }

  /** Whether the sites to sign in at are others than those that the stored secrets are bound to. */
  get #haveSitesMoved(): boolean {
    if (!this.#old) return false;
    return [...new Set(this.#origins.values)].sort().join(" ") !== [...this.#old.signInOrigins].sort().join(" ");
  }

  /** Whether the stored secrets were given for a fill that shows less of them. */
  get #isExposed(): boolean {
    return this.#old?.fill === "isolated" && this.#fill.value === "in-page";
  }
}
