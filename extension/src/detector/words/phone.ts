import type { Phrases } from "./phrases.js";

/** A telephone number. */
export const phone: Phrases = {
  en: "phone, phone number, telephone, tel, mobile, mobile number, cell, cell phone, *phone*",
  de: "telefon*, handy*, rufnummer, mobilnummer",
  fr: "telephone, portable, mobile",
  es: "telefono, movil, celular",
  it: "telefono, cellulare",
  pt: "telefone, celular, telemovel",
  nl: "telefoon*, mobiel*",
  pl: "telefon*, komorka",
  ru: "телефон*, мобильн*",
  uk: "телефон*, мобільн*",
  tr: "telefon*, cep, cep telefonu",
  ja: "電話, 電話番号, 携帯",
  zh: "手机, 手機, 电话, 電話",
  ko: "전화, 휴대폰, 휴대전화",
  ar: "الهاتف, هاتف, الجوال, جوال, موبايل",
  sv: "telefon*, mobil*",
  cs: "telefon*, mobil*",
  vi: "số điện thoại, điện thoại, dien thoai",
};
