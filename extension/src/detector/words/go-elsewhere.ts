import type { Phrases } from "./phrases.js";

/** A control that leaves the form, or only helps with it. */
export const goElsewhere: Phrases = {
  en: "show password, hide password, show, hide, cancel, back, close, help, resend, send again, another way, a different, search, menu, subscribe, show or hide password, toggle, language, cookies, accept all, scan, qr code, clear, reset form",
  de: "passwort anzeigen, anzeigen, abbrechen, zuruck, schliessen, schließen, hilfe, erneut senden, suche, suchen",
  fr: "afficher, masquer, annuler, retour, fermer, aide, renvoyer, rechercher, recherche",
  es: "mostrar, ocultar, cancelar, volver, atras, cerrar, ayuda, reenviar, buscar",
  it: "mostra, nascondi, annulla, indietro, chiudi, aiuto, invia di nuovo, cerca",
  pt: "mostrar, ocultar, cancelar, voltar, fechar, ajuda, reenviar, buscar, pesquisar",
  nl: "tonen, toon, verberg*, annuleren, terug, sluiten, opnieuw verzenden, zoeken",
  pl: "pokaż, ukryj, anuluj, wstecz, wróć, zamknij, pomoc, wyślij ponownie, szukaj",
  ru: "показать, скрыть, отмена, назад, закрыть, помощь, отправить снова, поиск, найти",
  uk: "показати, приховати, скасувати, назад, закрити, допомога, надіслати знову, пошук",
  tr: "goster, gizle, iptal, geri, kapat, yardim, tekrar gonder, ara",
  ja: "表示, 非表示, キャンセル, 戻る, 閉じる, 再送信, 検索",
  zh: "显示, 隐藏, 取消, 返回, 关闭, 重新发送, 搜索, 搜尋, 關閉, 顯示",
  ko: "표시, 숨기기, 취소, 뒤로, 닫기, 재전송, 검색",
  ar: "اظهار, اخفاء, الغاء, إلغاء, رجوع, اغلاق, بحث",
  sv: "visa, dolj, avbryt, tillbaka, stang, skicka igen, sok",
  cs: "zobrazit, skrýt, zrušit, zpět, zavřít, poslat znovu, hledat",
  vi: "hiện, ẩn, hủy, quay lại, đóng, gửi lại, tìm kiếm",
};
