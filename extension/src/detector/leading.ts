/** Whether pressing an element leads to one of these origins, as far as it is a link: what a script makes of it nobody can tell. */
export function leadsTo(element: HTMLElement, origins: readonly string[]): boolean {
  const link = linkOf(element);
  return link === null || link.protocol === "javascript:" || origins.includes(link.origin);
}

/** The link that pressing an element follows, or null. */
export function linkOf(element: HTMLElement): HTMLAnchorElement | null {
  return element.closest<HTMLAnchorElement>("a[href]");
}

/** Whether an element is a link that leads away from the document: neither to a part of it, nor to a script. */
export function leadsElsewhere(element: HTMLElement): boolean {
  const link = linkOf(element);
  return link !== null && link.protocol !== "javascript:" && !link.getAttribute("href")?.startsWith("#");
}
