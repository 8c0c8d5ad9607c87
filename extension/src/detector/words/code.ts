import type { Phrases } from "./phrases.js";

/** What a code field is called where the page around it says which code is meant. */
export const code: Phrases = {
  en: "code, token, pin, passcode, digits, *code, *token",
  de: "code, *code, pin",
  fr: "code",
  es: "codigo",
  it: "codice",
  pt: "codigo",
  nl: "code, *code",
  pl: "kod",
  ru: "код",
  uk: "код",
  tr: "kod, kodu",
  ja: "コード, 番号",
  zh: "代码, 代碼, 码, 碼",
  ko: "코드, 번호",
  ar: "رمز, الرمز, كود",
  sv: "kod, koden",
  cs: "kod, kód",
  vi: "mã",
};
