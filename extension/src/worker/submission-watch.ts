type RequestDetails = chrome.webRequest.OnBeforeRequestDetails;

const holdMilliseconds = 5_000;
const answerMilliseconds = 30_000;
const urls = ["http://*/*", "https://*/*"];

/** What is told of the request that carried a value. */
export interface SubmissionEvents {
  readonly carried: () => void;
  /** With the HTTP status; 0 when the request failed. */
  readonly answered: (status: number) => void;
}

/**
 * Looks, without touching them, at the requests of one tab until one carries one of the values, and then for its
 * answer. Holds the values no longer than that, and at most five seconds. Gives a function that ends it.
 */
export async function watchSubmission(
  tab: number,
  values: readonly string[],
  events: SubmissionEvents,
): Promise<() => void> {
  let wanted = values.flatMap(writings);
  let carrying: string | null = null;
  const { onBeforeRequest, onCompleted, onErrorOccurred } = chrome.webRequest;

  const requested = (details: RequestDetails): undefined => {
    if (!wanted.some((writing) => textsOf(details).some((text) => text.includes(writing)))) return;
    stopLooking();
    carrying = details.requestId;
    events.carried();
  };
  const completed = ({ requestId, statusCode }: { requestId: string; statusCode?: number }) => {
    if (requestId !== carrying) return;
    stop();
    events.answered(statusCode ?? 0);
  };
  const stopLooking = () => {
    onBeforeRequest.removeListener(requested);
    clearTimeout(hold);
    wanted = [];
  };
  const stop = () => {
    stopLooking();
    clearTimeout(bound);
    onCompleted.removeListener(completed);
    onErrorOccurred.removeListener(completed);
  };
  const hold = setTimeout(stopLooking, holdMilliseconds);
  const bound = setTimeout(stop, answerMilliseconds);

  onBeforeRequest.addListener(requested, { urls, tabId: tab }, ["requestBody"]);
  onCompleted.addListener(completed, { urls, tabId: tab });
  onErrorOccurred.addListener(completed, { urls, tabId: tab });
  // The listeners are set in the browser process; what is asked there afterwards is answered afterwards.
  await chrome.webNavigation.getFrame({ tabId: tab, frameId: 0 });
  return stop;
}

// As plain text, in a query or form, and in JSON.
function writings(value: string): string[] {
  const form = new URLSearchParams({ "": value }).toString().slice(1);
  return [...new Set([value, encodeURIComponent(value), form, JSON.stringify(value).slice(1, -1)])];
}

function textsOf({ url, requestBody }: RequestDetails): string[] {
  const texts = [new URL(url).search];
  for (const { bytes } of requestBody?.raw ?? []) {
    if (bytes) texts.push(new TextDecoder().decode(bytes));
  }
  const fields = Object.values(requestBody?.formData ?? {}).flat();
  // A code in split boxes comes in pieces.
  texts.push(fields.join(""), ...fields.filter((field) => typeof field === "string"));
  return texts;
}
