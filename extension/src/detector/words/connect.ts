import type { Phrases } from "./phrases.js";

/** Connecting: to a portal one signs in, to a database or a mail server the password is another one. */
export const connect: Phrases = {
  en: "connect",
  de: "verbinden",
};
