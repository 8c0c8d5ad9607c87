import { normal } from "./matching.js";
import { textOf } from "./naming.js";
import { isVisible } from "./visibility.js";

/** What the headings say that a page shows, in normal form. */
export function headingsOf(document: Document): readonly string[] {
  return [...document.querySelectorAll<HTMLElement>("h1,h2,h3,legend,[role=heading]")]
    .filter(isVisible)
    .map((heading) => normal(textOf(heading)));
}
