/** Does with each element what a person would: an option is chosen, anything else is clicked. */
export function pressAll(elements: readonly HTMLElement[]): void {
  for (const element of elements) {
    const list = element instanceof HTMLOptionElement ? element.closest("select") : null;
    if (list === null) {
      element.click();
      continue;
    }
    list.value = (element as HTMLOptionElement).value;
    for (const event of ["input", "change"]) list.dispatchEvent(new Event(event, { bubbles: true }));
  }
}
