import { captionOf } from "./controls.js";
import { headingsOf } from "./headings.js";
import { normal } from "./matching.js";
import { wordsIn } from "./naming.js";
import type { DetectedForm } from "./report.js";
import * as words from "./words/index.js";

const longestText = 1000;

/**
 * Whether a form asks somebody who is signed in for the password once more, only to let them go on: the password is all it
 * asks for, a heading says so, and neither it nor its control speaks of anything that would be done with it.
 */
export function confirmsPassword({ fields, submit }: DetectedForm, document: Document): boolean {
  const [password] = fields.get("password") ?? [];
  if (fields.size !== 1 || password === undefined || submit === null) return false;
  const caption = captionOf(submit);
  const goesOn = words.goOn(caption) || words.signIn(caption) || words.confirmAccess(caption);
  const headings = headingsOf(document).map(({ said }) => said);
  const said = [caption, ...headings, normal(wordsIn(password.closest("form") ?? document.body, longestText))];
  const doesMore = said.some((text) => words.harmful(text));
  return goesOn && !doesMore && headings.some(words.confirmAccess);
}
