import type { Phrases } from "./phrases.js";

/** Mail that one subscribes to, or leaves. */
export const newsletter: Phrases = {
  en: "newsletter*, subscribe, mailing list, stay updated, stay in the loop, get updates, notify me, sign up for emails, sign up for our, waitlist, keep me posted, stay up to date, our emails, special offers, exclusive offers, unsubscribe",
  de: "newsletter*, abonnieren, auf dem laufenden",
  fr: "infolettre, s'abonner, abonnez vous, lettre d'information",
  es: "boletin, suscribirse, suscribete, suscribir",
  it: "iscriviti alla, novita, newsletter",
  pt: "boletim, assinar, assine, inscreva se",
  nl: "nieuwsbrief, abonneren, abonneer",
  pl: "biuletyn, subskrybuj, zapisz się",
  ru: "рассылк*, подписаться, подписк*, подпишитесь",
  uk: "розсилк*, підписатися, підписк*, підпишіться",
  tr: "bulten*, abone ol*",
  ja: "メルマガ, 購読, メールマガジン, ニュースレター",
  zh: "订阅, 訂閱, 电子报, 電子報",
  ko: "구독, 뉴스레터",
  ar: "النشرة, النشرة البريدية, اشترك في",
  sv: "nyhetsbrev, prenumerera",
  cs: "newsletter*, odebírat, novinky e mailem, odběr",
  vi: "bản tin, nhận tin",
};
