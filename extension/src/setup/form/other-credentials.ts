import type { Credential } from "../../protocol/credentials.js";
import { nameOf, placeOf, siteOf } from "../parts/words.js";

/** More would make the sentence long, and one is enough to see what it is about. */
const mostNamed = 3;

/** What an owner's other credentials say against what is typed on the form. */
export class OtherCredentials {
  readonly #others: readonly Credential[];

  /** `self` is the credential that is changed, or null. */
  constructor(all: readonly Credential[], self: Credential | null) {
    this.#others = all.filter(({ id }) => id !== self?.id);
  }

  /** What to consider about a label that another one has; null when none has. */
  againstLabel(label: string): string | null {
    const key = label.trim().toLowerCase();
    const same = this.#others.find((other) => other.label.trim().toLowerCase() === key);
    if (!same) return null;
    const sites = same.signInOrigins.map(siteOf).join(", ");
    return `Another credential has this label: ${nameOf(same)} at ${sites}.`;
  }

  /** What to consider about places where another one is attached for one of these origins; null when there is none. */
  againstAttachments(attachments: readonly string[], origins: readonly string[]): string | null {
    const conflicts = attachments
      .flatMap((attachment) => origins.map((origin) => ({ attachment, origin, others: this.#at(attachment, origin) })))
      .filter(({ others }) => others.length > 0);
    const [first] = conflicts;
    if (!first) return null;
    const { attachment, origin, others } = first;
    const names = others.slice(0, mostNamed).map(nameOf).join(", ");
    const more = conflicts.length > 1 ? " It is not the only conflict." : "";
    return `In conflict: the ${placeOf(attachment)} has ${names} for ${siteOf(origin)} too. With both, nothing is signed in there, since the vault cannot tell which one is meant.${more}`;
  }

  #at(attachment: string, origin: string): Credential[] {
    return this.#others.filter(
      ({ attachments, signInOrigins }) => attachments.includes(attachment) && signInOrigins.includes(origin),
    );
  }
}
