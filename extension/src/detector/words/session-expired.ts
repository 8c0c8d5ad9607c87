import type { Phrases } from "./phrases.js";

/** A session that is over. */
export const sessionExpired: Phrases = {
  en: "session has expired, session expired, session is expired, session timed out, session has timed out, session has ended, session ended, session time out, your session is no longer valid, you have been logged out, you have been signed out, you've been logged out, you've been signed out, you were logged out, you were signed out, logged out due to inactivity, signed out due to inactivity, please log in again, please sign in again, log in again to continue, sign in again to continue, you are logged out, you are signed out, you are now logged out, you need to log in, you need to sign in, you must be logged in, you must log in, you must sign in, login required, not logged in, please log in to continue, please sign in to continue",
  de: "sitzung ist abgelaufen, sitzung abgelaufen, session ist abgelaufen, wurden abgemeldet, wurdest abgemeldet, bitte erneut anmelden, bitte melden sie sich erneut an, sind abgemeldet, nicht angemeldet",
  fr: "session a expire, session expiree, session est expiree, avez ete deconnecte, veuillez vous reconnecter, vous n'etes pas connecte",
  es: "sesion ha expirado, sesion ha caducado, sesion expirada, sesion caducada, sesion expiro, vuelve a iniciar sesion, inicie sesion de nuevo, debe iniciar sesion",
  it: "sessione e scaduta, sessione scaduta, sei stato disconnesso, accedi di nuovo, effettua nuovamente l'accesso",
  pt: "sessao expirou, sessao expirada, sessao terminou, faca login novamente, inicie sessao novamente, foi desconectado",
  nl: "sessie is verlopen, sessie verlopen, u bent uitgelogd, je bent uitgelogd, log opnieuw in",
  pl: "sesja wygasła, sesja straciła ważność, zostałeś wylogowany, zaloguj się ponownie, nastąpiło wylogowanie",
  ru: "сессия истекла, сеанс истек, время сессии истекло, сессия завершена, войдите снова, войдите заново, сеанс завершен",
  uk: "сесія закінчилася, сеанс закінчився, термін дії сесії, увійдіть знову, увійдіть ще раз, час сеансу",
  tr: "oturumunuzun suresi doldu, oturum suresi doldu, oturumunuz sona erdi, yeniden giris yapin, tekrar giris yapin, oturumunuz kapatildi",
  ja: "セッションの有効期限, セッションが切れ, セッションがタイムアウト, 再度ログイン, もう一度ログイン, ログアウトしました, ログアウトされました",
  zh: "会话已过期, 登录已过期, 会话过期, 请重新登录, 請重新登入, 登录超时, 登入逾時, 连线逾时, 登录状态已失效",
  ko: "세션이 만료, 세션 만료, 다시 로그인, 로그인이 만료, 로그아웃되었습니다",
  ar: "انتهت الجلسة, انتهت صلاحية الجلسة, انتهت جلستك, الرجاء تسجيل الدخول مرة اخرى",
  sv: "sessionen har gatt ut, session har gatt ut, du har loggats ut, logga in igen, du ar utloggad",
  cs: "relace vypršela, platnost relace vypršela, byli jste odhlášeni, přihlaste se znovu, relace skončila",
  vi: "phiên đã hết hạn, phiên đăng nhập đã hết hạn, đăng nhập lại, hết phiên",
};
