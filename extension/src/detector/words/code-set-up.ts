import type { Phrases } from "./phrases.js";

/** An authenticator being bound: its code box is no step of a sign-in. */
export const codeSetUp: Phrases = {
  en: "scan the qr, scan this qr, scan qr, qr code, scan the code, scan this code, configure authenticator, set up authenticator, enable authenticator, set up two factor, enable two factor, setup key, secret key, scan the image, set up 2fa, enable 2fa",
  de: "qr code scannen, scannen sie, einrichten",
  fr: "scannez, code qr, configurer",
  es: "escanea, escanee, codigo qr, configurar",
  it: "scansiona, codice qr, configura",
  pt: "escaneie, leia o codigo qr, codigo qr, configurar",
  nl: "scan de, qr code, instellen",
  pl: "zeskanuj, kod qr, skonfiguruj",
  ru: "отсканируйте, qr код, настроить",
  uk: "відскануйте, qr код, налаштувати",
  tr: "tarayin, karekod, qr kod",
  ja: "スキャン, qrコード",
  zh: "扫描, 掃描, 二维码",
  ko: "스캔, qr 코드",
  ar: "امسح, رمز qr",
  sv: "skanna, qr kod",
  cs: "naskenujte, qr kod",
  vi: "quét mã, mã qr",
};
