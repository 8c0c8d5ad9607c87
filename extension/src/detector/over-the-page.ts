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
 * Whether a form over the page of somebody signed in is there to sign in again. One whose button says that it takes something
 * away is not. One that asks for the password alone may want it for anything else: it has to say so, and may not speak of
 * something that would be done with it.
 */
export function signsInAgain(form: DetectedForm, layer: Element): boolean {
  const { fields } = form;
  const button = form.submit ?? defaultButton(form);
  const caption = button === null ? "" : captionOf(button);
  if (words.harmful(caption)) return false;
  if (fields.has("username")) return true;
  const said = [caption, normal(textWithoutLinks(layer))];
  if (said.some(words.harmful)) return false;
  return !fields.has("password") || said.some((text) => words.signIn(text) || words.sessionExpired(text));
}

/** What Enter presses in a field of a form (HTML, 4.10.21.2). */
function defaultButton({ fields }: DetectedForm): HTMLElement | null {
  const [field] = fields.values().next().value ?? [];
  return field?.form?.querySelector<HTMLElement>("button:not([type=button],[type=reset]),input[type=submit]") ?? null;
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
