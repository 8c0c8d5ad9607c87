type RequestDetails = chrome.webRequest.OnBeforeRequestDetails;

const holdMilliseconds = 5_000;

/**
 * Looks, without touching them, at the requests of one tab until one carries one of the values; holds the values no
 * longer than that, and at most five seconds.
 */
export async function watchSubmission(
  tab: number,
  values: readonly string[],
  carried: () => void,
): Promise<() => void> {
  let wanted = values.flatMap(writings);
  const listener = (details: RequestDetails): undefined => {
    if (!wanted.some((writing) => textsOf(details).some((text) => text.includes(writing)))) return;
    stop();
    carried();
  };
  const stop = () => {
    chrome.webRequest.onBeforeRequest.removeListener(listener);
    clearTimeout(bound);
    wanted = [];
  };
  const bound = setTimeout(stop, holdMilliseconds);
  chrome.webRequest.onBeforeRequest.addListener(listener, { urls: ["http://*/*", "https://*/*"], tabId: tab }, [
    "requestBody",
  ]);
  // The listener is set in the browser process; what is asked there afterwards is answered afterwards.
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
