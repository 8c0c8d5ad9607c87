import { sayingOf } from "./boxes.js";
import { type Group, withinScope } from "./groups.js";
import type { DetectedForm } from "./report.js";
import { holds } from "./roots.js";
import { isVisible } from "./visibility.js";
import * as words from "./words/index.js";

const boxes = "input[type=checkbox],[role=checkbox],[role=switch]";

/**
 * Ticks the box of a form by which the site is to know this browser again, and ask it for no code. One that is ticked stays
 * so; none that also agrees to something, subscribes to something, or says the opposite is touched. Gives whether there is
 * such a box and it is ticked now.
 */
export function tickDeviceBox(form: DetectedForm): boolean {
  if (form.kind !== "sign-in" && form.kind !== "one-time-code") return false;
  const found = withinScope<HTMLElement>(form.group, boxes).filter(
    (box) => belongsTo(form.group, box) && isDeviceBox(box) && canBeTicked(box),
  );
  for (const box of found) if (!isTicked(box)) box.click();
  return found.some(isTicked);
}

/** Beside a form there may be boxes of others, which its fields are not sent with. */
function belongsTo({ container }: Group, box: HTMLElement): boolean {
  const form = container.closest("form");
  if (form === null) return box.closest("form") === null;
  return holds(form, box) || (box as Partial<HTMLInputElement>).form === form;
}

function isDeviceBox(box: HTMLElement): boolean {
  const { label, called } = sayingOf(box);
  const said = label === "" ? called : label;
  const other = [words.forgetDevice, words.agreeToTerms, words.newsletter, words.advertising, words.harmful].some(
    (means) => means(label) || means(called),
  );
  return words.rememberDevice(said) && !other;
}

/** Many pages draw a box of their own over one that cannot be seen; what is said beside it can. */
function canBeTicked(box: HTMLElement): boolean {
  if (box.matches(":disabled,[aria-disabled=true]") || box.closest("[inert]") !== null) return false;
  const labels = box instanceof HTMLInputElement ? [...(box.labels ?? [])] : [];
  return isVisible(box) || labels.some(isVisible);
}

function isTicked(box: HTMLElement): boolean {
  return box instanceof HTMLInputElement ? box.checked : box.ariaChecked === "true";
}
