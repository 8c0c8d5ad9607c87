type RequestDetails = chrome.webRequest.OnBeforeRequestDetails;
type HeaderDetails = chrome.webRequest.OnSendHeadersDetails;

const holdMilliseconds = 5_000;
const answerMilliseconds = 30_000;
const urls = ["http://*/*", "https://*/*"];

/** What is told of the request that carried a value. */
export interface SubmissionEvents {
  readonly carried: () => void;
  /** With the HTTP status; 0 when the request failed before there was one. */
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
  let status = 0;
  const { onAuthRequired, onBeforeRequest, onSendHeaders, onResponseStarted, onCompleted, onErrorOccurred } =
    chrome.webRequest;

  const sees = (request: string, texts: readonly string[]): undefined => {
    if (!wanted.some((writing) => texts.some((text) => text.includes(writing)))) return;
    stopLooking();
    carrying = request;
    events.carried();
    return undefined;
  };
  const requested = (details: RequestDetails): undefined => sees(details.requestId, textsOf(details));
  const headed = (details: HeaderDetails) => sees(details.requestId, headersOf(details));
  const responded = ({ requestId, statusCode }: { requestId: string; statusCode: number }): undefined => {
    if (requestId === carrying) status = statusCode;
  };
  const completed = ({ requestId, statusCode }: { requestId: string; statusCode?: number }): undefined => {
    if (requestId !== carrying) return;
    stop();
    events.answered(statusCode ?? status);
  };
  const stopLooking = () => {
    onBeforeRequest.removeListener(requested);
    onSendHeaders.removeListener(headed);
    clearTimeout(hold);
    wanted = [];
  };
  const stop = () => {
    stopLooking();
    clearTimeout(bound);
    onAuthRequired.removeListener(completed);
    onResponseStarted.removeListener(responded);
    onCompleted.removeListener(completed);
    onErrorOccurred.removeListener(completed);
  };
  const hold = setTimeout(stopLooking, holdMilliseconds);
  const bound = setTimeout(stop, answerMilliseconds);

  onBeforeRequest.addListener(requested, { urls, tabId: tab }, ["requestBody"]);
  onSendHeaders.addListener(headed, { urls, tabId: tab }, ["requestHeaders"]);
  // The browser asks whoever sits before it, and the request stays open until somebody answers.
  onAuthRequired.addListener(completed, { urls, tabId: tab });
  onResponseStarted.addListener(responded, { urls, tabId: tab });
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
  const { username, password, search } = new URL(url);
  const texts = [search, unescaped(username), unescaped(password)];
  for (const { bytes } of requestBody?.raw ?? []) {
    if (bytes) texts.push(new TextDecoder().decode(bytes));
  }
  const fields = Object.values(requestBody?.formData ?? {}).flat();
  // A code in split boxes comes in pieces.
  texts.push(fields.join(""), ...fields.filter((field) => typeof field === "string"));
  return texts;
}

/** What a script has opened its request with, for the browser to answer a challenge with: of that, headers show nothing. */
function unescaped(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => {
    const bytes = run.slice(1).split("%");
    return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)));
  });
}

/** Headers that a browser sends by itself: in those it is chance if one holds a short value. */
const ownHeader =
  /^(?:accept|cache-control|connection|content-|cookie|dnt|host|if-|origin|pragma|priority|range|referer|sec-|upgrade-|user-agent)/i;

/**
 * What a script sends in a header in place of a form: by the scheme Basic (RFC 7617) or one of the site's own, in Base64 or
 * as it is, or in a header of the site's own.
 */
function headersOf({ requestHeaders = [] }: HeaderDetails): string[] {
  return requestHeaders.flatMap(({ name, value = "" }) => {
    if (name.toLowerCase() !== "authorization") return ownHeader.test(name) ? [] : [value];
    const [, ...parts] = value.split(/ +/);
    return [...parts, ...parts.map(decoded)];
  });
}

function decoded(base64: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
  } catch {
    return "";
  }
}
