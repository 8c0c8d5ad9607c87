import { captionOf, everythingToPress } from "./controls.js";
import { leadsElsewhere, linkOf } from "./leading.js";
import { everyRoot, parentOf } from "./roots.js";
import { isVisible } from "./visibility.js";
import * as words from "./words/index.js";

const longestCaption = 40;

/**
 * What leads from a public page to its sign-in form: a control that says so, one of the site's header or navigation before
 * one of its content, where visitors may have written it. One that can be seen, else a link that is folded away. "several"
 * where it takes a person to choose between pages.
 */
export function wayIn(document: Document): HTMLElement | "several" | null {
  const all = [...everythingToPress(everyRoot(document))].filter(saysSignIn);
  const visible = all.filter(isVisible);
  const ways = visible.length > 0 ? visible : all.filter(leadsElsewhere);
  const own = ways.filter(isOfSite);
  const chosen = own.length > 0 ? own : ways;
  const [first] = chosen;
  if (first === undefined) return null;
  const pages = own.length > 0 ? chosen.map(pageOf).filter((page) => page !== "") : chosen.map(addressOf);
  return new Set(pages).size > 1 ? "several" : first;
}

function saysSignIn(element: HTMLElement): boolean {
  if (element.textContent.length > longestCaption * 2) return false;
  const caption = captionOf(element);
  const others = [words.signUp, words.withOthers, words.pastSignIns, words.resetPassword];
  return words.signIn(caption) && !others.some((means) => means(caption));
}

const landmarks = "header,nav,[role=banner],[role=navigation]";
const content = "main,article,section,[role=main],[role=article]";

/** Whether an element is in the header or navigation of the page; an article may have a header of its own. */
function isOfSite(element: HTMLElement): boolean {
  let found = false;
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    if (at.matches(content)) return false;
    found ||= at.matches(landmarks);
  }
  return found;
}

/** Where an element leads, without query; nothing for what only a script knows. */
function pageOf(element: HTMLElement): string {
  const link = linkOf(element);
  return link === null || link.protocol === "javascript:" ? "" : link.origin + link.pathname;
}

function addressOf(element: HTMLElement): string {
  return pageOf(element) + (linkOf(element)?.search ?? "");
}
