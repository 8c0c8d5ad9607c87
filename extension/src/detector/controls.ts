import { type Group, withinScope } from "./groups.js";
import { normal, normalIdentifier } from "./matching.js";
import { wordsIn } from "./naming.js";
import type { Root } from "./roots.js";
import { isVisible } from "./visibility.js";
import * as words from "./words/index.js";

/** What pressing a control does, as far as its words tell. */
export type ControlMeaning =
  | "sign-in"
  | "sign-up"
  | "reset-password"
  | "change-password"
  | "sign-out"
  | "newsletter"
  | "search"
  | "save"
  | "connect"
  | "go-on"
  | "with-others"
  | "as-guest"
  | "elsewhere"
  | "unknown";

/** Something to press. */
export interface Control {
  readonly element: HTMLElement;
  readonly meaning: ControlMeaning;
  /** Whether the browser itself sends the form when it is pressed. */
  readonly submits: boolean;
  /** Whether it is a plain link, or only reacts to being pressed: such seldom send anything. */
  readonly link: boolean;
}

const selector =
  "button,input[type=submit],input[type=image],input[type=button],[role=button],a,[onclick],[tabindex='0']";
const buttonTypes = new Set(["submit", "image", "button"]);
const longestCaption = 60;

/** The controls that can be seen in and around a group, in the order of the page. */
export function controlsOf(group: Group): readonly Control[] {
  const { container } = group;
  const elements = new Set(withinScope<HTMLElement>(group, selector));
  if (container instanceof HTMLFormElement) {
    for (const element of container.elements) if (element.matches(selector)) elements.add(element as HTMLElement);
  }
  return [...elements].filter((element) => isControl(element) && isVisible(element)).map(controlOf);
}

const pressable =
  "a,button,input[type=submit],input[type=button],input[type=image],[role=button],[role=link],[role=menuitem],[role=tab]";
const mostFirst = 300;
const mostLast = 100;
/** What was found in the roots of one look, which is asked for several times in it. */
const found = new WeakMap<readonly Root[], readonly NodeListOf<HTMLElement>[]>();

/** All that a page offers to press, seen or not. On a long page the first and the last are the site's own, what is between is its content. */
export function* everythingToPress(roots: readonly Root[]): Generator<HTMLElement> {
  const lists = found.get(roots) ?? roots.map((root) => root.querySelectorAll<HTMLElement>(pressable));
  found.set(roots, lists);
  for (const all of lists) {
    for (let index = 0; index < all.length; index++) {
      if (index === mostFirst) index = Math.max(index, all.length - mostLast);
      yield all[index] as HTMLElement;
    }
  }
}

/** Not what is inside of a control, holds fields, or is one. */
function isControl(element: HTMLElement): boolean {
  if (element instanceof HTMLInputElement) return buttonTypes.has(element.type) || element.matches("[role=button]");
  if (element.matches("textarea,select")) return false;
  // Some toolkits put an input of their own into each button, for the keyboard.
  if ([...element.querySelectorAll<HTMLElement>("input,textarea,select")].some(isVisible)) return false;
  return !element.parentElement?.closest("button,a,[role=button]");
}

function controlOf(element: HTMLElement): Control {
  const submits = element.matches("input[type=submit],input[type=image],button[type=submit],button:not([type])");
  const link = !element.matches("button,input,[role=button]") && !/\b(?:btn|button)/i.test(element.className);
  return {
    element,
    meaning: meaningOf(captionOf(element), link),
    submits: submits && (element as HTMLButtonElement).form !== null,
    link,
  };
}

/** What a control says, normal; what it is called when it says nothing. */
export function captionOf(element: HTMLElement): string {
  const said = element instanceof HTMLInputElement ? element.value : wordsIn(element, longestCaption * 2);
  let caption = normal(said);
  if (caption === "")
    caption = normal(
      ["aria-label", "title", "alt"]
        .map((name) => element.getAttribute(name) ?? element.querySelector(`[${name}]`)?.getAttribute(name) ?? "")
        .join(" "),
    );
  if (caption === "")
    caption = normalIdentifier(`${element.id} ${element.getAttribute("name") ?? ""} ${element.className}`);
  return caption.slice(0, longestCaption);
}

function meaningOf(caption: string, link: boolean): ControlMeaning {
  if (caption === "") return "unknown";
  if (words.changePassword(caption)) return "change-password";
  if (words.resetPassword(caption)) return "reset-password";
  if (words.signOut(caption)) return "sign-out";
  if (!link && words.newsletter(caption)) return "newsletter";
  if (words.otherMethod(caption) || words.otherAccount(caption) || words.lostProof(caption)) return "elsewhere";
  if (words.asGuest(caption)) return "as-guest";
  if (words.withOthers(caption)) return "with-others";
  if (words.goElsewhere(caption)) return words.search(caption) ? "search" : "elsewhere";
  // "Sign in or sign up" sends whichever it will be.
  if (words.signUp(caption)) return words.signIn(caption) && !link ? "go-on" : "sign-up";
  if (words.signIn(caption)) return "sign-in";
  if (words.save(caption)) return "save";
  if (words.connect(caption)) return "connect";
  if (words.goOn(caption)) return "go-on";
  // Beside the boxes of another code that send themselves.
  if (words.authenticator(caption)) return "elsewhere";
  return "unknown";
}
