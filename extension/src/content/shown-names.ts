import type { DetectedPage } from "../detector/index.js";
import { wordsIn } from "../detector/naming.js";

const mostNames = 8;
const longestName = 320;
const longestText = 2000;
const address = /[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.[^\s@<>()[\],;:".]+/g;

/**
 * The accounts that a page names: in a field for the name that nobody can change, and addresses in the text of a short
 * page. They tell the credentials of one site apart.
 */
export function shownNames(document: Document, page: DetectedPage): readonly string[] {
  const [field] = page.form?.fields.get("username") ?? [];
  const fixed = field && (field.readOnly || field.matches(":disabled")) ? field.value.trim() : "";
  const text = document.body.textContent.length <= longestText * 4 ? wordsIn(document.body, longestText) : "";
  const names = new Set([fixed, ...(text.match(address) ?? [])]);
  return [...names].filter((name) => name !== "" && name.length <= longestName).slice(0, mostNames);
}
