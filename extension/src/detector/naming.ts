import { normal, normalIdentifier } from "./matching.js";

/** What names a field, normal. */
export interface Naming {
  /** What a person reads: label, aria-label, placeholder, title, or the text before the field. */
  readonly label: string;
  /** What its developer called it: name, id and the like. */
  readonly code: string;
  /** Tokens of `autocomplete` (HTML, 4.10.18.7), lower case. */
  readonly autocomplete: readonly string[];
}

const longestLabel = 120;
const unread = new Set(["script", "style", "noscript", "template"]);

/** Reads what names a field. Never its value. */
export function namingOf(field: HTMLInputElement): Naming {
  const texts = [...(field.labels ?? [])].map(textOf);
  for (const id of field.getAttribute("aria-labelledby")?.split(/\s+/) ?? []) {
    if (id === "") continue;
    const named = (field.getRootNode() as Document | ShadowRoot).getElementById(id);
    if (named !== null) texts.push(textOf(named));
  }
  texts.push(field.getAttribute("aria-label") ?? "");
  if (texts.join("").trim() === "") texts.push(textBefore(field));
  for (const attribute of ["placeholder", "title"]) texts.push(field.getAttribute(attribute) ?? "");
  const label = normal(texts.join(" "));
  const code = ["name", "id", "formcontrolname", "ng-model", "data-testid", "data-test"].map((name) =>
    normalIdentifier(field.getAttribute(name) ?? ""),
  );
  return {
    label,
    code: code.join(" ").trim(),
    autocomplete: field.getAttribute("autocomplete")?.toLowerCase().split(/\s+/).filter(Boolean) ?? [],
  };
}

/** The text of an element, as long as it can be a label. */
export function textOf(element: Element): string {
  return element.textContent.length <= longestLabel * 4 ? wordsIn(element, longestLabel) : "";
}

/** The text below a node, up to a length, words of different elements kept apart; where there is none, that of what is put into its slots. */
export function wordsIn(root: Node, length: number): string {
  if (root.firstChild === root.lastChild && root.firstChild?.nodeType === Node.TEXT_NODE) {
    return (root.textContent ?? "").slice(0, length);
  }
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let text = "";
  for (let node = walker.nextNode(); node !== null && text.length < length; node = walker.nextNode()) {
    if (!unread.has(node.parentElement?.localName ?? "")) text += ` ${node.nodeValue ?? ""}`;
  }
  if (text.trim() === "" && root instanceof Element) text = slottedIn(root);
  return text.slice(0, length);
}

/** What a component's user put into it is no descendant of the component's own button or label. */
function slottedIn(element: Element): string {
  if (!(element.getRootNode() instanceof ShadowRoot)) return "";
  const slots = [...element.querySelectorAll("slot")];
  const nodes = slots.flatMap((slot) => slot.assignedNodes({ flatten: true }));
  return nodes.map((node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : textOf(node as Element))).join(" ");
}

/** What stands before a field in its own row, cell or block. */
function textBefore(field: HTMLInputElement): string {
  let from: Element = field;
  for (let level = 0; level < 3; level++) {
    let text = "";
    for (let node = from.previousSibling; node !== null && text.length <= longestLabel; node = node.previousSibling) {
      if (
        node instanceof Element &&
        (node.matches("input:not([type=hidden]),select,textarea,button,form") ||
          node.querySelector("input:not([type=hidden]),select,textarea") !== null)
      )
        break;
      if (node.nodeType === Node.TEXT_NODE || (node instanceof HTMLElement && !node.matches("script,style")))
        text = `${node.textContent ?? ""} ${text}`;
    }
    if (/\p{L}/u.test(text)) return text.length <= longestLabel * 2 ? text : "";
    const parent = from.parentElement;
    if (parent === null || parent.matches("form,body")) return "";
    from = parent;
  }
  return "";
}
