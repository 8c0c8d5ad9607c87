import { normal, normalIdentifier } from "./matching.js";
import { textOf } from "./naming.js";

/** What names a box that can be ticked, normal. */
export interface BoxNaming {
  /** What a person reads. */
  readonly label: string;
  /** What its developer called it. */
  readonly called: string;
}

/** Reads what names a box: an input, or an element that plays one. */
export function sayingOf(box: HTMLElement): BoxNaming {
  const labels = box instanceof HTMLInputElement ? [...(box.labels ?? [])].map(textOf).join(" ") : textOf(box);
  const label = labels.trim() || (box.nextSibling?.textContent ?? "").trim() || referredTo(box) || box.ariaLabel || "";
  return { label: normal(label), called: normalIdentifier(`${box.getAttribute("name") ?? ""} ${box.id}`) };
}

function referredTo(box: HTMLElement): string {
  const root = box.getRootNode() as Document | ShadowRoot;
  const ids = box.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
  return ids.map((id) => (id === "" ? "" : (root.getElementById(id)?.textContent ?? ""))).join(" ");
}
