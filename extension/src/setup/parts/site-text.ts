import { type Child, element } from "../element.js";

/** Sites in a line, each whole where it fits into one; where it does not, it breaks before a dot or a port. */
export function siteText(sites: readonly string[]): Child[] {
  return sites.flatMap((site, index): Child[] => [index > 0 ? ", " : null, whole(site)]);
}

/** A sentence in which addresses stay whole where they fit into a line, and a number stays with its unit. */
export function sentenceText(sentence: string): Child[] {
  return sentence
    .replace(/(\d) (s|min)\b/g, "$1\u00a0$2")
    .split(/(\S*:\/\/\S*)/)
    .map((part, index) => (index % 2 === 1 ? whole(part) : part));
}

function whole(site: string): HTMLElement {
  const parts = site.split(/(?=[.:](?!\/))/);
  return element(
    "span",
    { class: "whole" },
    ...parts.flatMap((part, index): Child[] => (index === 0 ? [part] : [element("wbr"), part])),
  );
}
