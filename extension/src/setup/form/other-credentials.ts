import type { Credential } from "../../protocol/credentials.js";
import type { Automation } from "../../protocol/places.js";
import type { Known } from "../host.js";
import { usedInstead } from "../parts/used-instead.js";
import { labelKey, listed, nameOf, placeOf, siteOf, whichIsTaken } from "../parts/words.js";

/** More would make the sentence long, and one is enough to see what it is about. */
const mostNamed = 3;

/** What an owner's other credentials say against what is typed on the form. */
export class OtherCredentials {
  readonly #others: readonly Credential[];
  readonly #automations: readonly Automation[];

  /** `self` is the credential that is changed, or null. */
  constructor({ credentials, places }: Known, self: Credential | null) {
    this.#automations = places.automations;
    this.#others = credentials.filter(({ id }) => id !== self?.id);
  }

  /** What to consider about a label that another one has; null when none has. */
  againstLabel(label: string): string | null {
    const key = labelKey(label);
    const same = this.#others.find((other) => labelKey(other.label) === key);
    if (!same) return null;
    const sites = same.signInOrigins.map(siteOf).join(", ");
    return `Another credential has this label: ${same.username} at ${sites}.`;
  }

  /** What to consider about an account that another one is of already; null when none is. */
  againstAccount(username: string, origins: readonly string[]): string | null {
    const key = username.toLowerCase();
    const same = this.#others.find(
      (other) => other.username.toLowerCase() === key && other.signInOrigins.some((origin) => origins.includes(origin)),
    );
    return same ? `There is a credential of this account already: '${same.label}'.` : null;
  }

  /**
   * What to consider about places where another one is attached for one of these origins, or is used instead; null when
   * there is none.
   */
  againstAttachments(attachments: readonly string[], origins: readonly string[], username: string): string | null {
    const conflicts = this.#conflicts(attachments, origins);
    const [first] = conflicts;
    if (!first) return usedInstead(attachments, origins, this.#others, this.#automations)[0] ?? null;
    const { attachment, origin, others } = first;
    const named = others.slice(0, mostNamed).map(nameOf);
    const more = conflicts.length > 1 ? " It is not the only conflict." : "";
    return `In conflict: ${listed(named)} ${named.length > 1 ? "are" : "is"} attached to the ${placeOf(attachment)} for ${siteOf(origin)} too. ${whichIsTaken([username, ...others.map((other) => other.username)])}${more}`;
  }

  /** Whether one of them is at a place and site where the credential was not before. */
  conflictIsNew(old: Credential | null, attachments: readonly string[], origins: readonly string[]): boolean {
    return this.#conflicts(attachments, origins).some(
      ({ attachment, origin }) => !old?.attachments.includes(attachment) || !old.signInOrigins.includes(origin),
    );
  }

  #conflicts(attachments: readonly string[], origins: readonly string[]) {
    return attachments
      .flatMap((attachment) => origins.map((origin) => ({ attachment, origin, others: this.#at(attachment, origin) })))
      .filter(({ others }) => others.length > 0);
  }

  #at(attachment: string, origin: string): Credential[] {
    return this.#others.filter(
      ({ attachments, signInOrigins }) => attachments.includes(attachment) && signInOrigins.includes(origin),
    );
  }
}
