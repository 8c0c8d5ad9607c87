import type { FillResult, OpenedValue } from "../messages/orders.js";
import type { FillAnswer } from "../protocol/fill.js";
import type { EphemeralKey } from "./key.js";
import { submittedTo } from "./submission.js";
import { watchSubmission } from "./submission-watch.js";
import type { PageSeen, SignInUnderWay } from "./tab-state.js";

/**
 * Opens the values and lets exactly the document that they are for type them. `changed` is called when more is known of
 * what became of them.
 */
export async function typeInto(
  page: PageSeen,
  signIn: SignInUnderWay,
  answer: FillAnswer,
  key: EphemeralKey,
  changed: () => void,
): Promise<FillResult> {
  const { tab, document } = page.page;
  const values = await openAll(signIn.id, answer, key);
  if (!values) return "not-filled";
  const secrets = values.filter(({ field }) => field !== "username").map(({ value }) => value);
  const submitted = submittedTo(page);
  signIn.submitted = submitted;
  const stopWatching = await watchSubmission(tab, secrets, {
    carried: () => {
      submitted.sent = true;
      changed();
    },
    answered: (status) => {
      submitted.answer = { status, at: Date.now() };
      changed();
    },
  });
  const result = await chrome.tabs
    .sendMessage<unknown, FillResult>(tab, { type: "fill", values }, { documentId: document })
    .catch(() => "lost" as const);
  for (const value of values) value.value = "";
  // The document went away before it could answer: it left on what was submitted, or was left before it was filled.
  const outcome = result === "lost" ? (submitted.sent || submitted.leaving ? "filled" : "not-filled") : result;
  if (outcome === "not-filled") {
    stopWatching();
    signIn.submitted = null;
  }
  return outcome;
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
