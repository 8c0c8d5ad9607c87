import type { Control, ControlMeaning } from "./controls.js";
import type { Group } from "./groups.js";
import { holds, isAfter } from "./roots.js";

const never = new Set<ControlMeaning>(["elsewhere", "with-others", "as-guest", "sign-out", "newsletter", "search"]);
/** Meanings of controls that may send any form. */
const any = new Set<ControlMeaning>(["go-on", "connect", "unknown"]);
const points: Partial<Record<ControlMeaning, number>> = {
  "sign-in": 4,
  "sign-up": 3,
  "reset-password": 2,
  "change-password": 4,
  "go-on": 3,
  save: 1,
  unknown: 0,
};

/** The control that most likely sends the group; with `wanted`, as a form of that kind. */
export function submitOf(group: Group, controls: readonly Control[], wanted?: ControlMeaning): Control | null {
  let best: Control | null = null;
  let most = 0;
  for (const control of controls) {
    const score = scoreOf(control, group, wanted);
    if (score > most) {
      best = control;
      most = score;
    }
  }
  return best;
}

function scoreOf(control: Control, group: Group, wanted: ControlMeaning | undefined): number {
  const { element, meaning, submits, link } = control;
  if (never.has(meaning)) return 0;
  if (wanted !== undefined && meaning !== wanted && !any.has(meaning)) return 0;
  if (link && meaning !== "sign-in" && meaning !== "go-on") return 0;
  const form = group.container instanceof HTMLFormElement ? group.container : null;
  const inside = holds(group.container, element) || (form !== null && (element as HTMLButtonElement).form === form);
  const last = group.fields.at(-1)?.element as Element;
  // What has been forgotten is asked beside the form, too; there another control sends it.
  let score = meaning === "reset-password" && !submits ? 0 : (points[meaning] ?? 0);
  if (submits) score += 3;
  if (inside) score += 2;
  if (isAfter(element, last)) score += 3;
  if (link) score -= 4;
  if (wanted !== undefined && meaning === wanted) score += 2;
  return score;
}
