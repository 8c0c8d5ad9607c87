import { captionOf } from "./controls.js";
import { normal } from "./matching.js";
import type { DetectedForm } from "./report.js";
import { isBehindBackdrop } from "./visibility.js";
import * as words from "./words/index.js";

const dialogs = "dialog,[role=dialog],[role=alertdialog],[aria-modal=true]";
const longestText = 1000;

/**
 * What holds a form that lies over the page with the way to sign out: a dialog, by ARIA or because all else cannot be
 * pressed. Null where the form is a part of the page.
 */
export function layerOf(form: DetectedForm, exit: HTMLElement | null): Element | null {
  const [field] = form.fields.values().next().value ?? [];
  if (field === undefined) return null;
  const dialog = field.closest(dialogs);
  if (dialog !== null || exit === null || !isBehindBackdrop(exit)) return dialog;
  let layer: Element = field;
  while (layer.parentElement !== null && !layer.parentElement.contains(exit)) layer = layer.parentElement;
  return layer;
}

/**
 * Whether a form over the page of somebody signed in is there to sign in again. One that asks for the password alone may want
 * it for anything else, so it has to say so; and none may speak of something that would be done with it.
 */
export function signsInAgain({ fields, submit }: DetectedForm, layer: Element): boolean {
  if (fields.has("username")) return true;
  const said = [submit === null ? "" : captionOf(submit), normal(textWithoutLinks(layer))];
  if (said.some(words.harmful)) return false;
  return !fields.has("password") || said.some((text) => words.signIn(text) || words.sessionExpired(text));
}

/** "Forgotten your password?" stands beside any. */
function textWithoutLinks(layer: Element): string {
  const walker = layer.ownerDocument.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
  let text = "";
  for (let node = walker.nextNode(); node !== null && text.length < longestText; node = walker.nextNode()) {
    if (!node.parentElement?.closest("a,script,style,template")) text += ` ${node.nodeValue ?? ""}`;
  }
  return text.slice(0, longestText);
}
