import type { Credential } from "../../protocol/credentials.js";
import { masked } from "./masked.js";

/** An origin without the scheme that every one has. */
export function siteOf(origin: string): string {
  return origin.replace(/^https:\/\//, "");
}

/** What a credential is attached to, by name. */
export function attachedTo(credential: Credential): string {
  return credential.attachments.map((attachment) => attachment.replace(/^[a-z]+:/, "")).join(", ");
}

/** An attachment in words, such as "profile work". */
export function placeOf(attachment: string): string {
  return attachment.replace(":", " ");
}

/** A credential in a sentence. The username is in it, since two may have the same label. */
export function nameOf({ label, username }: Credential): string {
  return `'${label}' (${masked(username)})`;
}

/** What keeps a credential from being used, in a word or two; null when nothing does. */
export function problemOf({ stopped, conflicts, attachments }: Credential): string | null {
  if (stopped) return "Stopped";
  if (conflicts.length > 0) return "In conflict";
  if (attachments.length === 0) return "Not attached";
  return null;
}
