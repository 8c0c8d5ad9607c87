import type { Phrases } from "./phrases.js";

/** Buying without an account. */
export const asGuest: Phrases = {
  en: "as guest, as a guest, guest, without account, without an account, without signing in, without registration",
  de: "als gast, ohne anmeldung, ohne registrierung",
  fr: "invite, en tant qu'invite, sans compte",
  es: "como invitado, invitado, sin cuenta",
  it: "come ospite, ospite, senza registrazione",
  pt: "como convidado, convidado, sem conta",
  nl: "als gast, zonder account",
  pl: "jako gosc, jako gość, bez rejestracji",
  ru: "как гость, без регистрации",
  uk: "як гість, без реєстрації",
  tr: "misafir*, uye olmadan",
  ja: "ゲスト",
  zh: "游客, 訪客",
  ko: "비회원, 게스트",
  ar: "زائر, ضيف, كزائر",
  sv: "som gast, utan konto",
  cs: "jako host, bez registrace",
  vi: "khách",
};
