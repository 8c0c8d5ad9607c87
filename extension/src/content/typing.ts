/**
 * Types into a field as a browser's own autofill does: with the events that frameworks listen for. The setter is this
 * world's own, so what a page put in front of it on its side is not called, and React sees that the value changed.
 */
export function type(field: HTMLInputElement, text: string): void {
  field.focus({ preventScroll: true });
  key(field, "keydown");
  input(field, "beforeinput", "insertText", text);
  field.value = text;
  input(field, "input", "insertText", text);
  key(field, "keyup");
  field.dispatchEvent(new Event("change", { bubbles: true }));
  field.blur();
}

/** Empties a field, so that a framework forgets the value too. */
export function wipe(field: HTMLInputElement): void {
  field.value = "";
  input(field, "input", "deleteContentBackward", null);
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Presses Enter in a field. False: the page has taken the key for itself. */
export function pressEnter(field: HTMLInputElement): boolean {
  field.focus({ preventScroll: true });
  let free = true;
  for (const event of ["keydown", "keypress", "keyup"]) {
    const init = {
      key: "Enter",
      code: "Enter",
      keyCode: 13,
      which: 13,
      bubbles: true,
      cancelable: true,
      composed: true,
    };
    if (!field.dispatchEvent(new KeyboardEvent(event, init)) && event !== "keyup") free = false;
  }
  return free;
}

function key(field: HTMLInputElement, event: "keydown" | "keyup"): void {
  field.dispatchEvent(new KeyboardEvent(event, { key: "Unidentified", bubbles: true, composed: true }));
}

function input(field: HTMLInputElement, event: "beforeinput" | "input", inputType: string, data: string | null): void {
  const cancelable = event === "beforeinput";
  field.dispatchEvent(new InputEvent(event, { inputType, data, bubbles: true, composed: true, cancelable }));
}
