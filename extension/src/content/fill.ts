import { tickDeviceBox } from "../detector/device-box.js";
import { type DetectedForm, detect } from "../detector/index.js";
import { everyRoot } from "../detector/roots.js";
import type { FillOrder, FillResult, OpenedValue } from "../messages/orders.js";
import { pause } from "./pause.js";
import { Submitting } from "./submitting.js";
import { holds, type Target, targetsOf } from "./targets.js";
import { type, wipe } from "./typing.js";
import { wakeControl } from "./waking.js";

/** Far more than the promises that a framework puts between an event and what follows from it. */
const rounds = 50;
const scriptMilliseconds = 1_000;

/**
 * Types the values, submits if told so, and wipes, all in one task from the first secret on: whatever reads the page
 * from outside comes before or after, and finds no value. Waiting is then done in microtasks only, in which frameworks
 * render and handlers go on.
 */
export async function fill({ values, submit, rememberDevice }: FillOrder): Promise<FillResult> {
  const touched = new Set<HTMLInputElement>();
  if (rememberDevice) rememberThisDevice();
  await wakeControl(values, touched);
  const submitting = new Submitting();
  let leaked = false;
  try {
    const before = detect(document).form;
    if (!before || !typeAll(before, values, touched)) return "not-filled";
    const wasReady = Submitting.isReady(before);
    await microtasks();
    // A framework may have put new elements in the place of those that were typed into.
    const form = detect(document).form;
    const targets = form && typeAll(form, values, touched);
    if (!form || !targets) return "not-filled";
    await microtasks();
    // Some pages ask for the password as soon as they have the name: the watcher tells of it.
    const nameAlone = values.every(({ field }) => field === "username");
    if (nameAlone && detect(document).form?.fields.has("password")) return "filled";
    const last = targets.at(-1);
    if (!last || !targets.every(holds)) return "not-filled";
    // A control that was ready and is not any more: the page took the last character for the end and is on its way.
    const onItsWay = submitting.happened || (wasReady && !Submitting.isReady(form));
    if (!onItsWay && !submit) return "typed";
    if (!onItsWay && !submitting.submit(form, last.element)) {
      leaked = submitting.leaks;
      return "not-filled";
    }
    await microtasks();
    return "filled";
  } finally {
    submitting.end();
    wipeAll(touched, values);
    for (const value of values) value.value = "";
    // A form that would be sent in the open may be one whose script has not come yet.
    if (leaked) await pause(scriptMilliseconds);
  }
}

/** Before the first value: a page may render its form anew for it. */
function rememberThisDevice(): void {
  const { form } = detect(document);
  if (form) tickDeviceBox(form);
}

function typeAll(
  form: DetectedForm,
  values: readonly OpenedValue[],
  touched: Set<HTMLInputElement>,
): readonly Target[] | null {
  const targets = targetsOf(form, values);
  for (const target of targets ?? []) {
    if (target.field !== "username") touched.add(target.element);
    if (!holds(target)) type(target.element, target.text);
  }
  return targets;
}

// The user name is no secret and stays, as it does when a person types.
function wipeAll(touched: ReadonlySet<HTMLInputElement>, values: readonly OpenedValue[]): void {
  for (const element of touched) wipe(element);
  const secrets = values.filter(({ field }) => field !== "username").map(({ value }) => value);
  // A page that shows the password, or renders the form anew, may have put the value elsewhere.
  for (const root of everyRoot(document)) {
    for (const element of root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input,textarea")) {
      const holds = () => secrets.some((secret) => secret !== "" && element.value.includes(secret));
      if (holds() && element instanceof HTMLInputElement) wipe(element);
      if (holds()) emptied(element);
    }
  }
}

/** Puts an empty element in the place of one into which the page puts the value back. */
function emptied(element: HTMLInputElement | HTMLTextAreaElement): void {
  const empty = element.cloneNode(false) as HTMLInputElement | HTMLTextAreaElement;
  empty.removeAttribute("value");
  empty.value = "";
  element.replaceWith(empty);
}

async function microtasks(): Promise<void> {
  for (let round = 0; round < rounds; round++) await null;
}
