import type { Phrases } from "./phrases.js";

/** What takes something away from an account, or is for somebody who has lost something: never pressed on the way in. */
export const harmful: Phrases = {
  en: "remove*, delete*, disable*, reset*, turn off, switch off, turned off, lost, lost your, forgot*, deactivate*, unlink*, revoke*, report*, was this you, is this you, was it you, don't recognize, don't recognise, do not recognize, do not recognise, is this still, still your, will be removed",
  de: "entfernen, loschen, deaktivieren, abschalten, ausschalten, zurucksetzen, verloren, vergessen, trennen, widerrufen, melden, waren sie das, warst du das, nicht erkannt, ist das noch, ist dies noch",
  fr: "supprimer, desactiver, reinitialiser, perdu, oublie, oubliee, dissocier, revoquer, signaler, etait-ce vous, c'etait vous, ne reconnais pas, est-ce toujours",
  es: "eliminar, quitar, borrar, desactivar, restablecer, perdido, perdi, olvide, olvidado, desvincular, revocar, denunciar, fuiste tu, has sido tu, no reconozco, sigue siendo",
  it: "rimuovi, rimuovere, elimina, eliminare, disattiva, disattivare, reimposta, perso, dimenticato, scollega, revoca, segnala, eri tu, sei stato tu",
  pt: "remover, excluir, apagar, desativar, redefinir, perdi, perdeu, esqueci, desvincular, revogar, denunciar, foi voce, ainda e o seu",
  nl: "verwijder*, uitschakelen, opnieuw instellen, verloren, vergeten, ontkoppelen, intrekken, rapporteren, was jij dit, was u dit",
  pl: "usun, usuń, wyłącz, zresetuj, zgubił*, zapomniał*, odłącz, cofnij, zgłoś, czy to ty",
  cs: "odebrat, odstranit, smazat, vypnout, resetovat, ztratil*, zapomněl*, odpojit, odvolat, nahlásit, byli jste to vy",
  ru: "удалить, отключить, сбросить, потерял*, забыл*, отвязать, отозвать, сообщить, это были вы",
  uk: "видалити, вимкнути, скинути, загубил*, забул*, відв'язати, відкликати, повідомити, це були ви",
  tr: "kaldir, sil, devre disi birak, sifirla, kaybettim, unuttum, bildir, bu siz miydiniz",
  sv: "ta bort, radera, inaktivera, aterstall, tappat, glomt, rapportera, var det du",
  da: "fjern, slet, deaktiver, nulstil, mistet, glemt, rapporter, var det dig",
  nb: "fjern, slett, deaktiver, tilbakestill, mistet, glemt, rapporter, var det deg",
  fi: "poista, nollaa, kadonnut, unohtunut, ilmoita, olitko se sina",
  ja: "削除, 無効にする, 解除, リセット, 紛失, 忘れた, 報告, ご本人ですか, 心当たりがない",
  zh: "删除, 移除, 停用, 关闭, 重置, 丢失, 忘记, 解除绑定, 撤销, 举报, 是您本人, 是你本人",
  ko: "삭제, 제거, 비활성화, 해제, 재설정, 분실, 잊으셨, 신고, 본인이",
};
