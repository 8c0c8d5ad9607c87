import type { Phrases } from "./phrases.js";

/** What a password is of that is no account at this site: a network, a mail server, a database, a file, a payment, a lock for children. */
export const otherPassword: Phrases = {
  en: "smtp*, imap*, pop3, proxy*, ssid, wi fi, wifi, wireless, network name, network key, wpa*, pppoe*, ddns, dyndns, dynamic dns, ftp, sftp, database host, database name, database user*, database password, db host, db user*, db name, db password, mysql, postgres*, table prefix, bind dn, hostname, host name, port, mail server, outgoing server, incoming server, remote share, network share, share path, mount point, ip address, url of the, webhook*, isp, host, host address, add account, add an account, add another, email account, link your, connect your account, integration, open this pdf, open this file, open this document, file password, backup password, profile lock, parental*, transaction pin, transaction password, tpin, trading password, payment password, confirm transfer, confirm payment, document password, meeting, ldap connection, ldap server, admin dn, download backup, download a backup, restore backup, restore a backup, encrypted backup",
  de: "datenbankname, datenbankserver, datenbankbenutzer, datenbank einrichten, wlan*, netzwerkname, netzwerkschlussel, postausgangsserver, posteingangsserver, netzlaufwerk, freigabe, kindersicherung, jugendschutz*, sicherungsdatei, konto hinzufugen, mail konto, uberweisung, besprechung",
  fr: "base de donnees, reseau sans fil, serveur sortant, serveur entrant, nom du reseau, controle parental, certificat*, ajouter un compte, virement, reunion",
  es: "base de datos, red inalambrica, servidor saliente, nombre de la red, control parental, anadir cuenta, agregar cuenta, transferencia, reunion",
  it: "rete wireless, nome della rete, server in uscita",
  pt: "banco de dados, rede sem fio, nome da rede",
  nl: "netwerknaam, draadloos*, integratie, koppel*, ouderlijk toezicht",
  pl: "baza danych, sieć bezprzewodowa, nazwa sieci",
  ru: "база данных, базы данных, беспроводн*, имя сети, прокси*",
  tr: "veritabani*, kablosuz*, ag adi",
  ja: "データベース, 無線lan, プロキシ",
  zh: "数据库, 無線, 无线, 代理服务器, 支付密码, 交易密码, 会议",
  ko: "데이터베이스, 무선, 프록시",
};
