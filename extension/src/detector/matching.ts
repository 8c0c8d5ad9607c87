/** Says whether a text, already normal, means one thing. */
export type Meaning = (text: string) => boolean;

const scriptsWithoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const marks = /\p{M}+/gu;
const ascii = /^[\0-\x7f]*$/;

/**
 * Brings text into the form in which it is compared: lower case, without accents, one space
 * between words.
 */
export function normal(text: string): string {
  let folded = text.toLowerCase();
  if (!ascii.test(folded)) folded = folded.normalize("NFKD").replace(marks, "").normalize("NFC").replaceAll("ı", "i").replaceAll("’", "'");
  return folded.replace(/\s+/g, " ").trim();
}

/** Takes apart what a developer called something: "userName", "user_name1" are "user name", "user name 1". */
export function normalIdentifier(identifier: string): string {
  return normal(
    identifier
      .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
      .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
      .replace(/([A-Za-z])(\d)/g, "$1 $2")
      .replace(/[^\p{L}\p{N}]+/gu, " "),
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
    compiled ??= compile(Object.values(phrasesByLanguage).flatMap((line) => line.split(",")));
    return compiled.test(text);
  };
}

function compile(phrases: readonly string[]): RegExp {
  const whole: string[] = [];
  const beginnings: string[] = [];
  const endings: string[] = [];
  const anywhere: string[] = [];
  for (const written of new Set(phrases.map(normal))) {
    const phrase = written.replaceAll("*", "");
    const openStart = written.startsWith("*") || scriptsWithoutSpaces.test(phrase.charAt(0));
    const openEnd = written.endsWith("*") || scriptsWithoutSpaces.test(phrase.slice(-1));
    const source = phrase.replace(/[.?+^$()[\]{}|\\]/g, "\\$&").replace(/ /g, "[\\s_-]*");
    (openStart ? (openEnd ? anywhere : endings) : openEnd ? beginnings : whole).push(source);
  }
  const alternatives = [
    [whole, "(?<!\\p{L})", "(?!\\p{L})"],
    [beginnings, "(?<!\\p{L})", ""],
    [endings, "", "(?!\\p{L})"],
    [anywhere, "", ""],
  ] as const;
  const sources = alternatives.filter(([list]) => list.length > 0).map(([list, before, after]) => `${before}(?:${list.join("|")})${after}`);
  return new RegExp(sources.join("|"), "u");
}
