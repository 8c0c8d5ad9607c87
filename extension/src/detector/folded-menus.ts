import { captionOf } from "./controls.js";
import { leadsElsewhere } from "./leading.js";
import { everyRoot } from "./roots.js";
import { isVisible } from "./visibility.js";

const openers = "[aria-haspopup=true],[aria-haspopup=menu],[aria-haspopup=listbox],[aria-expanded=false]";
const pressable = "button,[role=button],a";
const most = 6;

/**
 * What opens a menu that is folded away, as far as the page says so by ARIA: many applications make the way to sign out
 * only when the menu of the account is opened. That menu stands last on most pages, so the last comes first.
 */
export function foldedMenus(document: Document): readonly HTMLElement[] {
  const found = everyRoot(document).flatMap((root) => [...root.querySelectorAll<HTMLElement>(openers)]);
  return found.filter(isFolded).reverse().slice(0, most);
}

/** A field of a form opens lists too, and a link leads away. */
function isFolded(element: HTMLElement): boolean {
  return (
    element.matches(pressable) &&
    element.ariaExpanded !== "true" &&
    !leadsElsewhere(element) &&
    element.closest("form,[role=combobox]") === null &&
    captionOf(element) !== "" &&
    isVisible(element)
  );
}
