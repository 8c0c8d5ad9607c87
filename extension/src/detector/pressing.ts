const steps = ["pointerdown", "mousedown", "pointerup", "mouseup"];

/** Presses what opens a menu: many listen for the pointer and not for the click. */
export function pressMenu(element: HTMLElement): void {
  for (const step of steps) {
    const kind = step.startsWith("pointer") ? PointerEvent : MouseEvent;
    element.dispatchEvent(new kind(step, { bubbles: true, cancelable: true, composed: true, button: 0 }));
  }
  element.click();
}

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
