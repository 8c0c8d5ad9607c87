import type { Credential, Fill, LastSignIn } from "../../protocol/credentials.js";

const list = new Intl.ListFormat("en");

/** Several names in a sentence. */
export function listed(names: readonly string[]): string {
  return list.format(names);
}

/** An origin without the scheme that every one has. */
export function siteOf(origin: string): string {
  return origin.replace(/^https:\/\//, "");
}

/** What a credential is attached to, by name. */
export function attachedTo(credential: Credential): string {
  return credential.attachments.map((attachment) => attachment.replace(/^[a-z]+:/, "")).join(", ");
}

/** Where the values are typed, in words, with the word that documentation and command line have for it. */
export function fillInWords(fill: Fill): string {
  return fill === "isolated" ? "A browser of the vault's own (isolated)" : "The agent's own page (in-page)";
}

/** How the last sign-in ended, in a word or two; of a verification, that it was one, and whether it still counts. */
export function signInInWords({ event, outcome, changedSince }: LastSignIn): string {
  if (event === "sign-in") return outcome.replaceAll("-", " ");
  if (outcome !== "signed-in") return `verifying: ${outcome.replaceAll("-", " ")}`;
  return changedSince ? "verified, then changed" : "verified";
}

/** An attachment in words, such as "profile work". */
export function placeOf(attachment: string): string {
  return attachment.replace(":", " ");
}

/** A value that stands by itself. */
export function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A credential in a sentence, with its username whole: two may have the same label, and usernames that are alike where they are masked. */
export function nameOf({ label, username }: Credential): string {
  return `'${label}' (${username})`;
}

/** What the host does where several credentials, of these usernames, are attached to one place for one site. */
export function whichIsTaken(usernames: readonly string[]): string {
  const different = new Set(usernames.map((username) => username.toLowerCase()));
  return different.size === 1
    ? "Their username is the same, so that the vault cannot tell which is meant and does not sign in."
    : "The vault then uses the one whose username the page shows. An ordinary sign-in form shows none: there it does not sign in.";
}

/** A label as two are compared. */
export function labelKey(label: string): string {
  return label.trim().toLowerCase();
}
