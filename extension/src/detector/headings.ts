import { normal } from "./matching.js";
import { textOf } from "./naming.js";
import { isVisible } from "./visibility.js";

/** A heading that a page shows, and what it says, in normal form. */
export interface Heading {
  readonly element: HTMLElement;
  readonly said: string;
}

/** The headings that a page shows, in its order. */
export function headingsOf(document: Document): readonly Heading[] {
  return [...document.querySelectorAll<HTMLElement>("h1,h2,h3,legend,[role=heading]")]
    .filter(isVisible)
    .map((element) => ({ element, said: normal(textOf(element)) }));
}
