import { detect } from "../detector/index.js";
import type { Seen } from "../protocol/seen.js";
import { LateRoots } from "./late-roots.js";
import { look } from "./look.js";
import { Alarm } from "./pause.js";
import { Refusals } from "./refusals.js";
import { isStatus } from "./status.js";

const quietMilliseconds = 60;
const longestMilliseconds = 200;
/** In a tab that nobody looks at, the worker counts, and is not asked anew at every change. */
const hiddenMilliseconds = 150;
/** A look that is dear on this page is taken less often: at most a fifth of the time goes into looking. */
const restFactor = 4;
/** As far as a picture may stand from the field that it could belong to, in elements around it. */
const levelsToAField = 4;

// What can make a form appear, vanish or change its meaning.
const attributeFilter = "class style hidden inert open disabled type name id autocomplete href".split(" ");

/** Looks at the document whenever it may have changed, and tells when it looks different or is at another address. */
export class Watcher {
  readonly #observer = new MutationObserver((records) => this.#mutated(records));
  readonly #refusals = new Refusals(() => this.#soon());
  readonly #lateRoots = new LateRoots(() => this.#soon());
  readonly #alarm = new Alarm(() => this.#look());
  #changedSince: number | null = null;
  #restUntil = 0;
  #told = "";

  constructor(private readonly changed: (seen: Seen) => void) {}

  /** Begins; the document has been parsed. */
  start(): void {
    const soon = () => this.#soon();
    for (const event of ["load", "transitionend", "animationend"]) addEventListener(event, soon, { passive: true });
    navigation.addEventListener("currententrychange", soon);
    // Whether a picture shows a code to be typed in is seen once it has come; what tells of it does not bubble.
    for (const event of ["load", "error"]) {
      document.addEventListener(event, ({ target }) => this.#came(target), { capture: true, passive: true });
    }
    // A page that comes back from the cache, or is shown after having been loaded ahead, has to be told again.
    document.addEventListener("prerenderingchange", () => this.tellAgain());
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) this.tellAgain();
    });
    // What the page became is told even when whoever drives the tab leaves at once.
    addEventListener("pagehide", () => {
      if (this.#changedSince !== null) this.#look();
    });
    this.#soon();
  }

  /** Looks again and tells what is seen, even when it is the same. */
  tellAgain(): void {
    this.#told = "";
    this.#soon();
  }

  /** Ends: the extension that this script belongs to is gone. */
  stop(): void {
    this.#observer.disconnect();
    this.#lateRoots.stop();
    this.#alarm.clear();
    this.#restUntil = Number.POSITIVE_INFINITY;
  }

  #mutated(records: readonly MutationRecord[]): void {
    if (!records.every(isOwn)) this.#soon();
  }

  #came(target: EventTarget | null): void {
    if (target instanceof HTMLImageElement && standsByAField(target)) this.#soon();
  }

  #soon(): void {
    if (this.#restUntil === Number.POSITIVE_INFINITY) return;
    if (document.hidden && this.#changedSince !== null) return;
    const now = performance.now();
    this.#changedSince ??= now;
    const quiet = document.hidden ? hiddenMilliseconds : quietMilliseconds;
    const at = Math.min(now + quiet, this.#changedSince + longestMilliseconds);
    this.#alarm.set(Math.max(at, this.#restUntil) - now);
  }

  #look(): void {
    this.#alarm.clear();
    this.#changedSince = null;
    const before = performance.now();
    const page = detect(document);
    // A shadow root is a tree of its own to an observer.
    for (const root of page.roots) {
      this.#observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter });
    }
    this.#lateRoots.await(page.roots);
    const seen = look(page, document, this.#refusals);
    const after = performance.now();
    this.#restUntil = after + (after - before) * restFactor;
    const telling = JSON.stringify([seen, location.href]);
    if (telling === this.#told) return;
    this.#told = telling;
    this.changed(seen);
  }
}

function isOwn({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (isStatus(target)) return true;
  const moved = [...addedNodes, ...removedNodes];
  return moved.length > 0 && moved.every(isStatus);
}

function standsByAField(picture: HTMLImageElement): boolean {
  let around: Element | null = picture;
  for (let level = 0; level < levelsToAField && around; level++) around = around.parentElement;
  return (around ?? document).querySelector("input:not([type=hidden])") !== null;
}
