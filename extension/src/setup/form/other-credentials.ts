import type { Credential } from "../../protocol/credentials.js";
import { nameOf, placeOf, siteOf } from "../parts/words.js";

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
    return `Another credential has this label already: ${nameOf(same)}, at ${sites}. Give this one another, to tell them apart.`;
  }

  /** What to consider about places where another one is attached for one of these origins; null when there is none. */
  againstAttachments(attachments: readonly string[], origins: readonly string[]): string | null {
    const conflicts = this.#others.flatMap((other) =>
      attachments
        .filter((attachment) => other.attachments.includes(attachment))
        .flatMap((attachment) =>
          other.signInOrigins
            .filter((origin) => origins.includes(origin))
            .map((origin) => ({ attachment, origin, other })),
        ),
    );
    const [first] = conflicts;
    if (!first) return null;
    const more = conflicts.length - 1;
    const rest = more === 0 ? "" : ` So it is in ${more} more ${more === 1 ? "case" : "cases"}.`;
    return `In conflict: the ${placeOf(first.attachment)} has ${nameOf(first.other)} for ${siteOf(first.origin)} already. With both, nothing is signed in there, since the vault cannot tell which one is meant. Untick it here, or there.${rest}`;
  }
}
