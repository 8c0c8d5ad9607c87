import type { Phrases } from "./phrases.js";

/** Signing in by somebody else; names of those who do it are the same in every language. */
export const withOthers: Phrases = {
  names:
    "google, facebook, apple, github, gitlab, microsoft, twitter, linkedin, amazon, yahoo, paypal, vkontakte, vk, yandex, яндекс, госуслуги, wechat, 微信, qq, line, kakao, naver, bankid, freja, itsme, digid, franceconnect, spid, eidas, x",
  en: "single sign on, sso, passkey*, magic link, with email link, smart card, certificate, security key",
};
