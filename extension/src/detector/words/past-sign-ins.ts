import type { Phrases } from "./phrases.js";

/** Sign-ins that were, or were tried: a list of them, their number, the last one. Nothing of this signs in. */
export const pastSignIns: Phrases = {
  en: "login history, sign in history, last login, last log in, last sign in, last signed in, login rate, login attempts, login attempt, sign in attempts, failed login*, failed sign in*, login log*, login activity, sign in activity, login report*, login event*, recent login*, recent sign in*, login count, logins",
  de: "letzte anmeldung*, letzter login, anmeldeverlauf, anmeldeprotokoll, fehlgeschlagene anmeldung*, anmeldeversuche",
  fr: "historique de connexion*, historique des connexions, derniere connexion, dernieres connexions, tentatives de connexion",
  es: "historial de acceso*, historial de inicio*, ultimo acceso, ultimos accesos, ultimo inicio de sesion, intentos de acceso",
  it: "ultimo accesso, ultimi accessi, cronologia accessi, cronologia degli accessi, tentativi di accesso",
  pt: "ultimo acesso, ultimos acessos, historico de acesso*, historico de login*, tentativas de login",
  nl: "laatste login, laatst ingelogd, inloggeschiedenis, inlogpogingen",
  pl: "ostatnie logowanie, historia logowa*, próby logowania",
  ru: "последний вход, история входов, журнал входов, попытки входа",
  tr: "son giris, giris gecmisi, giris denemeleri",
  sv: "senaste inloggning*, inloggningshistorik",
  ja: "ログイン履歴, 最終ログイン, 前回のログイン, ログイン回数",
  zh: "登录日志, 登录记录, 登录历史, 上次登录, 最近登录, 登入紀錄, 登入記錄, 上次登入",
  ko: "로그인 기록, 로그인 내역, 마지막 로그인, 최근 로그인",
};
