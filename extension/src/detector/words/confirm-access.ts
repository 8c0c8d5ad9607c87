import type { Phrases } from "./phrases.js";

/** Asking somebody who is signed in for the password once more, before they go on. */
export const confirmAccess: Phrases = {
  en: "confirm access, confirm your password, confirm password to continue, enter your password to continue, enter your password again, re enter your password, reenter your password, verify your password, sudo mode, confirm it's you, verify it's you, sign in again, log in again, reauthenticate, re authenticate, reauthentication",
  de: "passwort bestatigen, bestatigen sie ihr passwort, bestatige dein passwort, passwort erneut eingeben, geben sie ihr passwort erneut ein, zugriff bestatigen, erneut anmelden",
  fr: "confirmez votre mot de passe, confirmer votre mot de passe, confirmer le mot de passe, saisissez a nouveau votre mot de passe, confirmer l'acces, reconnectez vous",
  es: "confirma tu contrasena, confirme su contrasena, confirmar contrasena, vuelve a introducir tu contrasena, vuelva a introducir su contrasena, confirmar acceso",
  it: "conferma la tua password, conferma la password, conferma password, inserisci di nuovo la password, conferma accesso",
  pt: "confirme sua senha, confirme a sua palavra passe, confirmar senha, digite sua senha novamente, confirmar acesso",
  nl: "bevestig je wachtwoord, bevestig uw wachtwoord, wachtwoord bevestigen, voer je wachtwoord opnieuw in, toegang bevestigen",
  pl: "potwierdź hasło, potwierdź swoje hasło, wprowadź ponownie hasło, potwierdź dostęp",
  cs: "potvrďte heslo, potvrďte své heslo, zadejte znovu heslo",
  ru: "подтвердите пароль, подтвердите свой пароль, введите пароль ещё раз, подтвердите доступ",
  uk: "підтвердьте пароль, введіть пароль ще раз",
  tr: "sifrenizi onaylayin, sifrenizi dogrulayin, sifrenizi tekrar girin, parolanizi onaylayin",
  sv: "bekrafta ditt losenord, bekrafta losenord",
  da: "bekraeft din adgangskode, bekraeft adgangskode",
  nb: "bekreft passordet, bekreft passordet ditt",
  fi: "vahvista salasana, vahvista salasanasi",
  ja: "パスワードを確認, パスワードの確認, パスワードを再入力, アクセスの確認",
  zh: "确认您的密码, 请确认密码, 确认访问, 再次输入密码, 確認您的密碼, 再次輸入密碼",
  ko: "비밀번호 확인, 비밀번호를 다시 입력, 액세스 확인",
};
