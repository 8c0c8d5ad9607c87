import type { Phrases } from "./phrases.js";

/** Terms that are agreed to. */
export const agreeToTerms: Phrases = {
  en: "terms, terms and conditions, terms of service, terms of use, i agree, i accept, privacy policy, i have read, by creating, by signing up, by registering",
  de: "agb, nutzungsbedingungen, ich akzeptiere, ich stimme, datenschutz*",
  fr: "j'accepte, conditions generales, conditions d'utilisation",
  es: "acepto, terminos, condiciones",
  it: "accetto, termini, condizioni, privacy",
  pt: "aceito, concordo, termos, li e",
  nl: "ik ga akkoord, voorwaarden",
  pl: "akceptuję, regulamin*, zgadzam, wyrażam zgodę",
  ru: "соглас*, принимаю, условия",
  uk: "згод*, погоджу*, приймаю, умови",
  tr: "kabul ediyorum, sozlesme*, kosullar*, kvkk",
  ja: "同意, 利用規約",
  zh: "同意, 条款, 條款, 协议",
  ko: "동의, 약관",
  ar: "اوافق, أوافق, الشروط",
  sv: "jag godkanner, villkor*, accepterar",
  cs: "souhlas*, podmínk*",
  vi: "đồng ý, điều khoản",
};
