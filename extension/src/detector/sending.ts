/**
 * Whether the browser would send a form as it is being submitted by POST, to one of these origins; by GET the values
 * would stand in an address. A page that sends by script has prevented the browser's own way by the time it is asked.
 */
export function sendsSafely(event: SubmitEvent, origins: readonly string[]): boolean {
  const { target: form, submitter } = event;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return true;
  // The attributes are read, since a field may be called "action".
  const method = submitter?.getAttribute("formmethod") ?? form.getAttribute("method") ?? "get";
  const action = submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? "";
  return method.toLowerCase() === "post" && origins.includes(new URL(action, document.baseURI).origin);
}
