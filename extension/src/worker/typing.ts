import type { FillOrder, FillResult, OpenedValue } from "../messages/orders.js";
import type { FillAnswer } from "../protocol/fill.js";
import type { EphemeralKey } from "./key.js";
import { submittedTo } from "./submission.js";
import { watchSubmission } from "./submission-watch.js";
import type { PageSeen, SignInUnderWay } from "./tab-state.js";

/** How long it takes at most to see that a page has sent a code by itself. */
const ownSubmitMilliseconds = 120;

/** How long a page may take to say that it was filled once the server has answered what it sent. */
const silentMilliseconds = 1_000;

/**
 * Opens the values and lets exactly the document that they are for type them. `changed` is called when more is known of
 * what became of them.
 *
 * Many pages send a code by themselves when its last character is in. A code that is sent twice is rejected once, so the
 * page is given the chance first, and its submit control is used only when nothing was sent.
 */
export async function typeInto(
  page: PageSeen,
  signIn: SignInUnderWay,
  answer: FillAnswer,
  key: EphemeralKey,
  changed: () => void,
): Promise<"filled" | "not-filled"> {
  const { tab, document } = page.page;
  const values = await openAll(signIn.id, answer, key);
  if (!values) return "not-filled";
  const secrets = values.filter(({ field }) => field !== "username").map(({ value }) => value);
  const submitted = submittedTo(page);
  signIn.submitted = submitted;
  let heldUp: (result: "lost") => void = () => undefined;
  // A page whose script waits for an answer says nothing until it has it, and where the browser asks for a name and a
  // password in between, that takes until somebody has answered.
  const silence = new Promise<"lost">((resolve) => {
    heldUp = resolve;
  });
  const stopWatching = await watchSubmission(tab, secrets, {
    carried: () => {
      submitted.sent = true;
      changed();
    },
    answered: (status) => {
      submitted.answer = { status, at: Date.now() };
      setTimeout(heldUp, silentMilliseconds, "lost");
      changed();
    },
  });
  const { rememberDevice } = answer;
  const tell = (submit: boolean) =>
    Promise.race([silence, sendTo(tab, document, { type: "fill", values, submit, rememberDevice })]);
  let result: FillResult | "lost" = "typed";
  if (values.some(({ field }) => field === "one-time-code")) {
    result = await tell(false);
    if (result === "typed") await until(() => submitted.sent || submitted.leaving, ownSubmitMilliseconds);
    if (result === "typed" && (submitted.sent || submitted.leaving)) result = "filled";
  }
  if (result === "typed") result = await tell(true);
  for (const value of values) value.value = "";
  // The document went away before it could answer: it left on what was submitted, or was left before it was filled.
  const gone = submitted.sent || submitted.leaving ? "filled" : "not-filled";
  const outcome = result === "filled" || result === "not-filled" ? result : gone;
  if (outcome === "not-filled") {
    stopWatching();
    signIn.submitted = null;
  }
  return outcome;
}

function sendTo(tab: number, documentId: string, order: FillOrder): Promise<FillResult | "lost"> {
  return chrome.tabs.sendMessage<FillOrder, FillResult>(tab, order, { documentId }).catch(() => "lost" as const);
}

async function until(condition: () => boolean, milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!condition() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** The values, or null when one was not sealed for this sign-in and its field. */
async function openAll(signIn: string, answer: FillAnswer, key: EphemeralKey): Promise<OpenedValue[] | null> {
  try {
    return await Promise.all(
      answer.values.map(async ({ field, sealed }) => ({ field, value: await key.open(sealed, signIn, field) })),
    );
  } catch {
    return null;
  }
}
