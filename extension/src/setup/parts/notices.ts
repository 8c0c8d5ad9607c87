import type { Conflict, Credential, Stop } from "../../protocol/credentials.js";
import type { Automation } from "../../protocol/places.js";
import type { VerificationEnd } from "../../protocol/verification.js";
import { type Child, element } from "../element.js";
import { type FormPlace, hashOf } from "../route.js";
import { callout } from "./callout.js";
import { isCodeRejected } from "./problem.js";
import { sentenceText } from "./site-text.js";
import { usedInstead } from "./used-instead.js";
import { nameOf, placeOf, siteOf, whichIsTaken } from "./words.js";

/**
 * What keeps a credential from being used, and what can be done about it. `all` are the owner's credentials. `told` is
 * true where something above has said why the last sign-in did not work.
 */
export function noticesOf(
  credential: Credential,
  all: readonly Credential[],
  automations: readonly Automation[],
  told: boolean,
): HTMLElement[] {
  const { conflicts, attachments, id, totp, stopped, signInOrigins } = credential;
  const problems = conflicts.map((conflict) => conflictNotice(conflict, credential, all));
  const others = all.filter((other) => other.id !== id);
  for (const sentence of usedInstead(attachments, signInOrigins, others, automations)) {
    problems.push(callout("plain", sentence));
  }
  if (totp && !stopped && !told && isCodeRejected(credential)) {
    problems.push(
      callout(
        "bad",
        element("strong", {}, "Code rejected. "),
        "The last sign-in ended because the site took neither of two codes. Either the authenticator key is not the one that the site knows now, or a clock is wrong. Verify compares the clocks and says which.",
      ),
    );
  }
  if (attachments.length === 0) {
    problems.push(
      callout(
        "doubtful",
        element("strong", {}, "Not attached. "),
        "No agent can use it yet: ",
        element("a", { href: hashOf({ view: "edit", id, at: "attach" }) }, "attach it to an automation or a profile"),
        ".",
      ),
    );
  }
  return problems;
}

/** Why it is stopped, where nothing else has said so. */
export function stopNotice(stopped: Stop, id: string): HTMLElement {
  return callout(
    "bad",
    element("p", {}, element("strong", {}, "Stopped. "), ...sentenceText(stopped.sentence)),
    ...waysOn(stopped, null, id),
  );
}

/**
 * What can be done about a verification that did not work, or a stop; nothing about one that only time lifts. `ended` is
 * how the verification ended, or null.
 */
export function waysOn(
  stopped: Stop | null,
  ended: Pick<VerificationEnd, "code" | "reason" | "clockDoubt"> | null,
  id: string,
): Child[] {
  if (stopped && !stopped.unlockable) return [element("p", {}, stopped.sentence)];
  const held = stopped
    ? " Until you do one of these, the vault does not try it by itself, so that the site does not lock the account."
    : null;
  const edit = element("a", { href: hashOf({ view: "edit", id, at: null }) }, "edit the credential");
  if (ended?.reason === "no-totp-seed")
    return [
      way(id, "key", "Add the authenticator key"),
      element("p", {}, "It is what the site shows when two-factor sign-in is turned on.", held),
    ];
  if (ended?.code === "code-rejected")
    return [
      way(id, "key", "Replace the authenticator key"),
      // Whether it is the clock or the key.
      element("p", {}, ended.clockDoubt ?? "If the key is right after all, verify again.", held),
    ];
  if (ended?.code === "password-rejected" || stopped?.reason === "password-was-rejected")
    return [
      way(id, "password", "Replace the password"),
      element("p", {}, "If the username is wrong, ", edit, ". If username and password are right, verify again.", held),
    ];
  if (ended?.reason === "not-reachable" && !stopped)
    return [element("p", {}, "If the address is wrong, ", edit, ". If it is right, verify again once the site is up.")];
  return [
    element("p", {}, "If what is stored is wrong, ", edit, " and replace it. If it is right, verify again.", held),
  ];
}

/** A button that leads to where it is mended. */
function way(id: string, at: FormPlace, what: string): HTMLElement {
  return element("a", { href: hashOf({ view: "edit", id, at }), class: "button" }, what);
}

function conflictNotice({ attachment, origin, others }: Conflict, self: Credential, all: readonly Credential[]) {
  const found = all.filter(
    (other) => other.id !== self.id && other.attachments.includes(attachment) && other.signInOrigins.includes(origin),
  );
  const links = found.flatMap((other, index): Child[] => [
    index > 0 ? ", " : null,
    element("a", { href: hashOf({ view: "credential", id: other.id }), dir: "auto" }, nameOf(other)),
  ]);
  return callout(
    "doubtful",
    element("strong", {}, "In conflict. "),
    ...(links.length > 0 ? links : [others.join(", ")]),
    ` ${Math.max(found.length, others.length) > 1 ? "are" : "is"} attached to the ${placeOf(attachment)} for ${siteOf(origin)} too. ${whichIsTaken([self, ...found].map(({ username }) => username))} To be sure, `,
    element("a", { href: hashOf({ view: "edit", id: self.id, at: "attach" }) }, "detach"),
    " one of them.",
  );
}
