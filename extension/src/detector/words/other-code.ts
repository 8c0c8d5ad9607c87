import type { Phrases } from "./phrases.js";

/** A code that is no second factor: it stands for money or a place, or is kept on paper. */
export const otherCode: Phrases = {
  en: "coupon, promo*, voucher, gift, discount, zip, postal, post code, area code, country code, referral, invite, invitation, cvv, cvc, csc, card security, security code on, recovery code, backup code, sort code",
  de: "gutschein*, rabatt*, plz, postleitzahl, vorwahl, einladungscode, wiederherstellungscode, prufziffer",
  fr: "code postal, code promo*, bon de reduction, code de recuperation, cryptogramme",
  es: "codigo postal, codigo promocional, cupon, codigo de recuperacion",
  it: "codice postale, codice promo*, cap, codice fiscale, codice sconto, codice di recupero",
  pt: "codigo postal, cep, cupom, codigo promocional, codigo de recuperacao",
  nl: "postcode, kortingscode, herstelcode",
  pl: "kod pocztowy, kod rabatowy, kod promocyjny, kod zapasowy",
  ru: "индекс, промокод, купон, резервный код",
  uk: "індекс, промокод, купон, резервний код",
  tr: "posta kodu, kupon, promosyon kodu, kurtarma kodu",
  ja: "郵便番号, クーポン, 招待コード",
  zh: "邮政编码, 郵遞區號, 优惠码, 邀请码",
  ko: "우편번호, 쿠폰, 추천인 코드",
  ar: "الرمز البريدي, قسيمة, كود الخصم",
  sv: "postnummer, rabattkod, presentkort, aterstallningskod",
  cs: "psč, slevový kód, kupon, obnovovací kód",
  vi: "mã bưu điện, mã giảm giá, mã giới thiệu, mã khuyến mãi",
};
