import type { Heading } from "./headings.js";
import { normal } from "./matching.js";
import { textOf } from "./naming.js";
import { commonAncestor, parentOf, type Root } from "./roots.js";
import { isVisible } from "./visibility.js";
import * as words from "./words/index.js";

/** Something to press, and what it says, in normal form. */
export interface Captioned {
  readonly element: HTMLElement;
  readonly caption: string;
}

/** A page that offers something. */
export interface OfferingPage {
  readonly roots: readonly Root[];
  readonly headings: readonly Heading[];
  /** In normal form. */
  readonly title: string;
  readonly controls: readonly Captioned[];
}

/** Whether a caption can be an answer to an offer. */
export function answersAnOffer(caption: string): boolean {
  return isMereNo(caption) || isYesToTheDevice(caption);
}

/** What says no, or not yet, to what a heading of a page offers; nothing where none offers anything. */
export function noToAnOffer(page: OfferingPage): HTMLElement | undefined {
  return answerTo(page, isAnOffer, isMereNo);
}

/** What has this device remembered where a heading offers that, and agrees to nothing else. */
export function yesToTheDevice(page: OfferingPage): HTMLElement | undefined {
  const yes = answerTo(page, words.rememberDevice, isYesToTheDevice);
  return yes !== undefined && !agreesWithYes(page.roots) ? yes : undefined;
}

function isAnOffer(said: string): boolean {
  return words.offer(said) || words.rememberDevice(said) || words.changePassword(said);
}

/** The answer that stands nearest to the heading: a page may ask about cookies as well, with the same words. */
function answerTo(
  { headings, title, controls }: OfferingPage,
  offers: (said: string) => boolean,
  answers: (caption: string) => boolean,
): HTMLElement | undefined {
  const given = controls.filter(({ caption }) => answers(caption)).map(({ element }) => element);
  if (given.length === 0) return undefined;
  const asking = headings.filter(({ said }) => offers(said)).map(({ element }) => element);
  if (asking.length === 0 && !offers(title)) return undefined;
  const seen = given.filter(isVisible);
  return seen.length < 2 ? seen[0] : nearestTo(asking, seen);
}

function nearestTo(asking: readonly HTMLElement[], given: readonly HTMLElement[]): HTMLElement | undefined {
  const depth = (element: HTMLElement) => Math.max(0, ...asking.map((one) => depthOf(commonAncestor([one, element]))));
  return given.toSorted((one, other) => depth(other) - depth(one))[0];
}

function depthOf(element: Element): number {
  let depth = 0;
  for (let above = parentOf(element); above !== null; above = parentOf(above)) depth++;
  return depth;
}

/** "No, sign me out" ends what was just begun. "Don't trust" holds the word that says yes. */
function isMereNo(caption: string): boolean {
  const others = [words.agreeToTerms, words.signOut];
  return words.decline(caption) && !others.some((means) => means(caption));
}

/** "Trust this browser", or a mere "Yes" where a heading asks about it. */
function isYesToTheDevice(caption: string): boolean {
  const others = [words.decline, words.forgetDevice, words.agreeToTerms, words.advertising];
  return (words.rememberDevice(caption) || words.accept(caption)) && !others.some((means) => means(caption));
}

/** Whether something says that yes agrees to terms too. */
function agreesWithYes(roots: readonly Root[]): boolean {
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const around = node.parentElement;
      if (around === null || !words.agreeToTerms(normal(node.nodeValue ?? ""))) continue;
      const said = normal(textOf(around));
      if (words.accept(said) || words.rememberDevice(said)) return true;
    }
  }
  return false;
}
