import { captionOf, everythingToPress } from "./controls.js";
import { everyRoot } from "./roots.js";
import { isVisible } from "./visibility.js";
import * as words from "./words/index.js";

const longestCaption = 40;

/** What leads from a public page to its sign-in form: the first visible control that says so, or null. */
export function wayIn(document: Document): HTMLElement | null {
  for (const element of everythingToPress(everyRoot(document))) {
    if (element.textContent.length > longestCaption * 2) continue;
    const caption = captionOf(element);
    if (words.signIn(caption) && !words.signUp(caption) && !words.withOthers(caption) && isVisible(element))
      return element;
  }
  return null;
}
