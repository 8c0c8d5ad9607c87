import { captionOf, everythingToPress } from "./controls.js";
import { headingsOf } from "./headings.js";
import { normal } from "./matching.js";
import { textOf, wordsIn } from "./naming.js";
import { answersAnOffer, noToAnOffer, yesToTheDevice } from "./offers.js";
import type { DetectedPage } from "./report.js";
import { holds, type Root } from "./roots.js";
import { isVisible } from "./visibility.js";
import * as words from "./words/index.js";

/**
 * What can be pressed where a sign-in goes on without anything to type: `account` picks whose it is, `authenticator` a
 * code from an authenticator among several ways, `other-method` leads to these ways, `remember-device` says yes to being
 * asked for no code again in this browser, `decline` says no to an offer.
 */
export type WayOn = "account" | "authenticator" | "other-method" | "remember-device" | "decline";

/** What may be pressed for a sign-in: a way on, or what opens the form (`form`, see `way-in.ts`). */
export type Pressed = WayOn | "form";

/** Pages that stand between others are small; a page with more than this to press is a place to stay. */
const mostControls = 60;
const longestCaption = 120;
const longestText = 2000;

/**
 * The ways on that a page offers, each with what is pressed for it, in order. Without a name, `account` leads to a form
 * for any account; with one, to that account where the page shows it.
 */
export function waysOn(document: Document, page: DetectedPage, name = ""): ReadonlyMap<WayOn, readonly HTMLElement[]> {
  const ways = new Map<WayOn, readonly HTMLElement[]>();
  const fills = page.kind === "sign-in" || page.kind === "one-time-code";
  const sentCode = page.kind === "one-time-code" && page.evidence.includes("code-was-sent");
  if (fills && !sentCode) return ways;
  const all: HTMLElement[] = [];
  for (const element of everythingToPress(page.roots)) {
    if (all.push(element) > mostControls) return ways;
  }
  const controls = all
    .filter((element) => element.textContent.length <= longestCaption)
    .map((element) => ({ element, caption: `${captionOf(element)} ${normal(element.ariaLabel ?? "")}`.trim() }))
    .filter(({ caption }) => !words.harmful(caption));
  const first = (means: (caption: string) => boolean) =>
    controls.find(({ element, caption }) => means(caption) && isVisible(element))?.element;
  const add = (way: WayOn, element: HTMLElement | undefined) => {
    if (element) ways.set(way, [element]);
  };
  const text = normal(wordsIn(document.body, longestText));
  // Many pages have "more options" somewhere.
  const isProof = [words.oneTimeCode, words.authenticator, words.proveIdentity].some((means) => means(text));
  if (isProof && !words.codeSetUp(text)) {
    add("other-method", first(words.otherMethod));
    const method = first(isAuthenticator) ?? (words.authenticator(text) ? first(isPlainCode) : undefined);
    const choice = method ? undefined : (radioOf(page.roots) ?? optionOf(page.roots));
    const send = choice && first((caption) => words.goOn(caption) || words.signIn(caption));
    const pressed = [method ?? choice, send].filter((element) => element !== undefined);
    if (pressed.length > 0) ways.set("authenticator", pressed);
  }
  // Many sites let a new password wait that they ask for when the old one has become old.
  if (page.form !== null && page.kind !== "change-password") return ways;
  const other = first(words.otherAccount);
  if (!other && !controls.some(({ caption }) => answersAnOffer(caption))) return ways;
  const headings = headingsOf(document);
  // "No" is an answer to questions too that are no offers.
  if (!words.harmful(text)) {
    const offering = { roots: page.roots, headings, title: normal(document.title), controls };
    add("decline", noToAnOffer(offering));
    add("remember-device", yesToTheDevice(offering));
  }
  const said = [...headings.map((heading) => heading.said), normal(document.title)];
  // At a bank one chooses among accounts too.
  const signsIn = said.some(words.signIn) || controls.some(({ element }) => element.textContent.includes("@"));
  if (other && signsIn && said.some(words.chooseAccount)) add("account", accountOf(controls, name) ?? other);
  return ways;
}

function isAuthenticator(caption: string): boolean {
  const others = [words.otherMethod, words.approval, words.lostProof, words.goElsewhere];
  return words.authenticator(caption) && !others.some((means) => means(caption));
}

/** "Use a verification code", and not one that comes to a number or an address. */
function isPlainCode(caption: string): boolean {
  const others = [words.otherMethod, words.approval, words.otherProof, words.lostProof, words.goElsewhere];
  return words.oneTimeCode(caption) && !others.some((means) => means(caption)) && !/\d/.test(caption);
}

/** The choice of an authenticator where one is to be ticked and sent. */
function radioOf(roots: readonly Root[]): HTMLInputElement | undefined {
  for (const root of roots) {
    for (const radio of root.querySelectorAll<HTMLInputElement>("input[type=radio]:enabled")) {
      const said = [...(radio.labels ?? [])].map(textOf).join(" ") || (radio.ariaLabel ?? "");
      if (isAuthenticator(normal(said)) && !words.harmful(normal(said))) return radio;
    }
  }
  return undefined;
}

/** The choice of an authenticator in a list that is sent. */
function optionOf(roots: readonly Root[]): HTMLOptionElement | undefined {
  for (const root of roots) {
    for (const option of root.querySelectorAll<HTMLOptionElement>("select:enabled option:enabled")) {
      const said = normal(option.label);
      const list = option.closest("select");
      if (list !== null && isVisible(list) && isAuthenticator(said) && !words.harmful(said)) return option;
    }
  }
  return undefined;
}

/** The innermost control that shows the account's name. */
function accountOf(controls: readonly { readonly element: HTMLElement }[], name: string): HTMLElement | undefined {
  if (name === "") return undefined;
  const wanted = name.toLowerCase();
  const shown = controls
    .map(({ element }) => element)
    .filter((element) => shows(wordsIn(element, longestText), wanted) && isVisible(element));
  return shown.find((element) => !shown.some((inner) => inner !== element && holds(element, inner)));
}

/** Whether a text has the name as a word of its own: "ann@x.example" is not in "joann@x.example". */
function shows(text: string, name: string): boolean {
  return (
    text
      .toLowerCase()
      .split(/[\s()<>,;|]+/)
      .includes(name) || text.trim().toLowerCase() === name
  );
}
