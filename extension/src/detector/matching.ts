const ascii = /^[\0-\x7f]*$/;
const betweenAsciiWords = /[^a-z0-9]+/g;
const betweenWords = /[^\p{L}\p{N}]+/gu;
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

const plainLetters: Readonly<Record<string, string>> = { æ: "ae", œ: "oe", ø: "o", ß: "ss", ł: "l", đ: "d", ı: "i" };
const lettersOfTheirOwn = /[æœøßłđı]/g;

/** Letters that are no accented ones to Unicode, and that people without them write in others. */
function plainLetter(letter: string): string {
  return plainLetters[letter] ?? letter;
}

/** Lower case, without accents, every character in one form. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ascii.test(lower)) return lower;
  return lower.normalize("NFKD").replace(marks, "").normalize("NFC").replace(lettersOfTheirOwn, plainLetter);
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
