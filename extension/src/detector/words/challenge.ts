import type { Phrases } from "./phrases.js";

/** What only a person is to know, read off a picture or worked out. */
export const challenge: Phrases = {
  en: "*captcha*, characters you see, text in the image, type the characters, not a robot, are you human, human check, security image, picture code, image code, letters in the picture",
  de: "zeichen im bild, sicherheitsabfrage, buchstaben im bild",
  fr: "recopiez, caracteres de l'image, anti robot",
  es: "caracteres de la imagen, texto de la imagen",
  it: "caratteri dell'immagine",
  pt: "caracteres da imagem, texto da imagem",
  pl: "kod z obrazka, przepisz",
  ru: "код с картинки, символы с картинки, код на картинке",
  uk: "код з картинки, символи з картинки",
  tr: "guvenlik resmi, resimdeki",
  ja: "画像認証, 画像の文字",
  zh: "图形验证码, 图片验证码, 圖形驗證碼, 圖片驗證碼",
  ko: "자동입력 방지, 보안문자",
  ar: "رمز الصورة",
  cs: "opište",
};
