import { endOfBucket, keyLength, letterAt, type Part, type WrittenPart } from "./compile.js";
import { table } from "./table.js";

const mostWords = 9;
const longestPhrase = 48;
const notAscii = /[^\0-\x7f]/;

// Read when first asked, since most pages have no form at all.
let ascii: Part | undefined;
let other: Part | undefined;

// Pages say the same things again and again, and are looked at again and again.
const mostKnown = 500;
const longestKnown = 2500;
const known = new Map<string, string>();

/** The letter of a meaning. */
export function letterOf(name: string): string {
  return letterAt(table.names.indexOf(name));
}

/** The letters of all meanings that a text has; it is normal already. */
export function lettersOf(text: string): string {
  if (text === "") return "";
  let letters = known.get(text);
  if (letters !== undefined) return letters;
  ascii ??= JSON.parse(table.ascii.part) as Part;
  letters = lookUp(text, ascii, table.ascii);
  if (notAscii.test(text)) {
    other ??= JSON.parse(table.other.part) as Part;
    letters += lookUp(text, other, table.other);
  }
  if (text.length <= longestKnown) {
    if (known.size >= mostKnown) known.clear();
    known.set(text, letters);
  }
  return letters;
}

function lookUp(text: string, { whole, beginnings, endings, anywhere }: Part, written: WrittenPart): string {
  let letters = "";
  const words = text.split(" ");
  let at = 0;
  for (let first = 0; first < words.length; first++) {
    const word = words[first] as string;
    const starts = beginnings[word.slice(0, keyLength)] ?? [];
    for (let i = 0; i < starts.length; i += 2) {
      if (text.startsWith(starts[i] as string, at)) letters += starts[i + 1];
    }
    letters += wholeFrom(words, first, whole, written.whole);
    at += word.length + 1;
  }
  const ended = `${text} `;
  for (let i = 0; i < endings.length; i += 2) {
    if (ended.includes(`${endings[i]} `)) letters += endings[i + 1];
  }
  for (let i = 0; i < anywhere.length; i += 2) {
    if (text.includes(anywhere[i] as string)) letters += anywhere[i + 1];
  }
  return letters;
}

/** What the phrases mean that begin at a word. */
function wholeFrom(words: readonly string[], first: number, whole: Part["whole"], phrases: string): string {
  let letters = "";
  let joined = "";
  for (let next = first; next < first + mostWords && next < words.length && joined.length < longestPhrase; next++) {
    joined += words[next];
    const start = whole[joined.slice(0, keyLength)];
    if (start === undefined) {
      if (joined.length < keyLength) continue;
      break;
    }
    const bucket = phrases.slice(start, phrases.indexOf(endOfBucket, start));
    const found = bucket.indexOf(`,${joined}`);
    // No phrase goes on like this.
    if (found < 0) break;
    const exact = bucket.indexOf(`,${joined}:`, found);
    if (exact < 0) continue;
    const from = exact + joined.length + 2;
    letters += bucket.slice(from, bucket.indexOf(",", from));
  }
  return letters;
}
