import { shownText } from "./shown-text.js";

/**
 * Whether the server answered with this document, not with an error, and it shows something: a page without a form that is
 * neither says nothing of whether its visitor is signed in.
 */
export function isAnswer(document: Document): boolean {
  const [navigation] = performance.getEntriesByType("navigation");
  const status = navigation instanceof PerformanceResourceTiming ? navigation.responseStatus : 0;
  return status < 400 && shownText(document.body).trim() !== "";
}
