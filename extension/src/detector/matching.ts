/** Says whether a text, already normal, means one thing. */
export type Meaning = (text: string) => boolean;

const scriptsWithoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const ascii = /^[\0-\x7f]*$/;
const betweenAsciiWords = /[^a-z0-9]+/g;
const betweenWords = /[^\p{L}\p{N}]+/gu;
const betweenPhraseWords = /['\s.&-]+/g;
// Two ideographs on a button are often spaced for looks.
const betweenIdeographs =
  /(?<=[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]) (?=[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}])/gu;
const marks = /\p{M}+/gu;

/**
 * Brings text into the form in which it is compared: lower case, without accents and punctuation,
 * one space between words.
 */
export function normal(text: string): string {
  const folded = fold(text);
  if (ascii.test(folded)) return folded.replace(betweenAsciiWords, " ").trim();
  return folded.replace(betweenWords, " ").replace(betweenIdeographs, "").trim();
}

function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ascii.test(lower)) return lower;
  return lower.normalize("NFKD").replace(marks, "").normalize("NFC").replaceAll("ı", "i");
}

/** Takes apart what a developer called something: "userName", "user_name1" are "user name", "user name 1". */
export function normalIdentifier(identifier: string): string {
  return normal(
    identifier
      .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
      .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
      .replace(/([A-Za-z])(\d)/g, "$1 $2"),
  );
}

/**
 * Makes one test of the phrases of many languages; see `words.ts` for how they are written.
 * Compiled when first asked, since most pages have no form at all.
 */
export function pattern(phrasesByLanguage: Readonly<Record<string, string>>): Meaning {
  let compiled: RegExp | undefined;
  return (text) => {
    if (text === "") return false;
    compiled ??= compile(Object.values(phrasesByLanguage).join(","));
    return compiled.test(` ${text} `);
  };
}

/** Word boundaries are spaces, since normal text has nothing else between words. */
function compile(phrases: string): RegExp {
  const whole: string[] = [];
  const beginnings: string[] = [];
  const endings: string[] = [];
  const anywhere: string[] = [];
  // All phrases are folded at once: one by one it took longer than the rest of a first look.
  for (const written of new Set(fold(phrases).replace(betweenPhraseWords, " ").split(/ ?, ?/))) {
    const phrase = written.replaceAll("*", "");
    const openStart = written.startsWith("*") || (phrase > "\u0e00" && scriptsWithoutSpaces.test(phrase.charAt(0)));
    const openEnd = written.endsWith("*") || (phrase > "\u0e00" && scriptsWithoutSpaces.test(phrase.slice(-1)));
    const source = phrase.replaceAll(" ", " ?");
    (openStart ? (openEnd ? anywhere : endings) : openEnd ? beginnings : whole).push(source);
  }
  const alternatives = [
    [whole, " ", " "],
    [beginnings, " ", ""],
    [endings, "", " "],
    [anywhere, "", ""],
  ] as const;
  return new RegExp(
    alternatives
      .filter(([list]) => list.length > 0)
      .map(([list, before, after]) => `${before}(?:${list.join("|")})${after}`)
      .join("|"),
  );
}
