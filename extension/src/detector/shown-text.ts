/** The attribute of what the vault itself says in a page. */
export const ownMark = "data-credential-vault";

/** What an element shows in words, as `innerText` gives it, without what the vault itself says there; nothing for none. */
export function shownText(element: HTMLElement | null): string {
  if (element === null) return "";
  const own = element.querySelector<HTMLElement>(`[${ownMark}]`)?.innerText;
  return own ? element.innerText.replace(own, "") : element.innerText;
}
