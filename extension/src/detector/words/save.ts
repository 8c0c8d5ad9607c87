import type { Phrases } from "./phrases.js";

/** Keeping, adding or removing something: what a password is for there, it is not for signing in. */
export const save: Phrases = {
  en: "save*, apply, update, add, create, delete, remove, test connection, connect, import, upload, share, encrypt, decrypt, order now, place order, pay, pay now, buy now, checkout, post comment, reply, invite",
  de: "speichern, ubernehmen, aktualisieren, hinzufugen, loschen, anlegen, verbinden, bezahlen, kaufen, bestellen",
  fr: "enregistrer, sauvegarder, appliquer, ajouter, supprimer, mettre a jour, payer, acheter, commander",
  es: "guardar, aplicar, añadir, agregar, eliminar, borrar, actualizar, pagar, comprar",
  it: "salva, applica, aggiungi, elimina, aggiorna, paga, acquista",
  pt: "salvar, guardar, aplicar, adicionar, excluir, eliminar, atualizar, pagar, comprar",
  nl: "opslaan, toepassen, toevoegen, verwijderen, bijwerken, betalen, bestellen",
  pl: "zapisz, zastosuj, dodaj, usuń, aktualizuj, zapłać, kup, zamów",
  ru: "сохранить, применить, добавить, удалить, обновить, оплатить, купить, заказать",
  uk: "зберегти, застосувати, додати, видалити, оновити, оплатити, купити, замовити",
  tr: "kaydet, uygula, ekle, sil, guncelle, ode, satin al",
  ja: "保存, 適用, 追加, 削除, 更新, 購入, 注文",
  zh: "保存, 储存, 儲存, 应用, 套用, 添加, 新增, 删除, 刪除, 更新, 支付, 购买",
  ko: "저장, 적용, 추가, 삭제, 업데이트, 결제, 구매",
  ar: "حفظ, تطبيق, اضافة, إضافة, حذف, تحديث, دفع",
  sv: "spara, tillampa, lagg till, ta bort, uppdatera, betala, kop",
  cs: "uložit, použít, přidat, smazat, odstranit, aktualizovat, zaplatit, koupit",
  vi: "lưu, áp dụng, thêm, xóa, cập nhật, thanh toán",
};
