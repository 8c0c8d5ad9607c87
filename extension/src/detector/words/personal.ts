import type { Phrases } from "./phrases.js";

/** What is asked of somebody who is not known yet, or who pays. */
export const personal: Phrases = {
  en: "first name, last name, full name, given name, family name, sur name, your name, middle name, fname, lname, firstname*, lastname*, name, birth*, birth day, dob, date of birth, address, street, city, town, state, zip, zip code, postal*, post code, country, gender, age, company name, business name, job title, title, website, subject, message, comment*, amount, card number, name on card, expiration, expiry, cvv, cvc, iban, ssn, social security, invoice, order number, passport, occupation, salutation, fax, *address1, *address2",
  de: "vorname, nachname, name, geburts*, strasse, straße, hausnummer, ort, stadt, plz, land, anrede, firma, kartennummer, betreff, nachricht",
  fr: "prenom, nom, nom de famille, naissance, date de naissance, rue, ville, pays, civilite, societe, sujet, numero de carte",
  es: "nombre, apellido*, nacimiento, direccion, calle, ciudad, pais, empresa, asunto, mensaje, numero de tarjeta",
  it: "nome, cognome, nascita, indirizzo, via, citta, paese, azienda, oggetto, messaggio",
  pt: "nome, sobrenome, apelido, nascimento, endereco, rua, cidade, pais, empresa, assunto, mensagem, cpf",
  nl: "voornaam, achternaam, naam, geboorte*, adres, straat, plaats, land, bedrijf, onderwerp, bericht",
  pl: "imie, imię, nazwisko, imię i nazwisko, data urodzenia, adres, ulica, miasto, kraj, firma, temat, wiadomość",
  ru: "имя, фамилия, отчество, дата рождения, адрес, улица, город, страна, компания, тема, сообщение, фио",
  uk: "ім'я, прізвище, по батькові, дата народження, адреса, вулиця, місто, країна, компанія, тема, повідомлення",
  tr: "ad, soyad, adiniz, soyadiniz, ad soyad, dogum*, adres, sehir, ulke, firma, konu, mesaj",
  ja: "氏名, お名前, 姓, 名, 生年月日, 住所, 都道府県, 会社名, 件名, ふりがな, フリガナ",
  zh: "姓名, 名字, 姓氏, 生日, 地址, 城市, 国家, 公司, 留言",
  ko: "이름, 성명, 생년월일, 주소, 회사",
  ar: "الاسم, الاسم الاول, الاسم الاخير, اسم العائلة, تاريخ الميلاد, العنوان, المدينة, البلد, الشركة",
  sv: "fornamn, efternamn, namn, fodelse*, adress, gata, stad, ort, land, foretag, amne, meddelande",
  cs: "jméno, příjmení, datum narození, adresa, ulice, město, země, firma, předmět, zpráva",
  vi: "họ tên, họ và tên, tên, họ, ngày sinh, địa chỉ, thành phố, quốc gia, công ty",
};
