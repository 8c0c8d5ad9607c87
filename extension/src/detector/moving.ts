import type { DetectedForm } from "./report.js";
import { holds } from "./roots.js";

/**
 * Whether something around the fields of a form is still on its way to where it is to be, as a dialog that fades in: some
 * do not go away again before they are there. What moves for ever, or is only drawn beside an element, does not count.
 */
export function isMoving(form: DetectedForm): boolean {
  const fields = [...form.fields.values()].flat();
  return document.getAnimations().some(({ playState, effect }) => {
    if (playState !== "running" || !(effect instanceof KeyframeEffect) || effect.pseudoElement !== null) return false;
    const { target } = effect;
    const isAround = target !== null && fields.some((field) => field !== target && holds(target, field));
    return isAround && Number.isFinite(effect.getComputedTiming().endTime);
  });
}
