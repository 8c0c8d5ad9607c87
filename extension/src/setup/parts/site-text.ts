import { element } from "../element.js";

/** Sites in a line that breaks, where it has to, before a dot or a port and not within them. */
export function siteText(sites: string): (string | HTMLElement)[] {
  return sites
    .split(/(?=[.:])/)
    .flatMap((part, index): (string | HTMLElement)[] => (index === 0 ? [part] : [element("wbr"), part]));
}
