import type { Phrases } from "./phrases.js";

/** A code that came by mail or message: no authenticator knows it. */
export const codeWasSent: Phrases = {
  en: "we sent, we just sent, we have sent, we ve sent, we emailed, we texted, sent to your, sent you a, has been sent, was sent, sms, text message, check your email, check your inbox, check your phone",
  de: "haben ihnen, haben dir, wurde gesendet, geschickt, gesendet, per sms, per e mail",
  fr: "avons envoye, a ete envoye, envoye a, par sms, par e mail, par courriel",
  es: "hemos enviado, enviamos, se ha enviado, enviado a, por sms, por correo",
  it: "abbiamo inviato, inviato a, via sms, tramite sms",
  pt: "enviamos, foi enviado, enviado para, por sms",
  nl: "hebben je, verzonden naar, verstuurd, gestuurd, per sms",
  pl: "wysłaliśmy, wysłany, wysłano, sms",
  ru: "отправили, отправлен*, выслан*, смс, sms",
  uk: "надіслали, надіслан*, відправлен*, смс, sms",
  tr: "gonderdik, gonderildi, sms",
  ja: "送信しました, お送りしました, sms, メールを確認",
  zh: "已发送, 已發送, 短信, 簡訊, 已寄",
  ko: "보냈습니다, 전송, 문자",
  ar: "ارسلنا, تم ارسال, رسالة نصية",
  sv: "har skickat, skickades, via sms",
  cs: "zaslali, odeslali, odeslán, zaslán, sms",
  vi: "đã gửi, tin nhắn, sms",
};
