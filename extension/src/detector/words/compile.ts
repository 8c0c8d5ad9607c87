import { fold } from "../matching.js";
import type { Phrases } from "./phrases.js";

/** Phrases by how they are looked up. What a phrase means is written as letters, see {@link Table}. */
export interface Part {
  /** Where in {@link WrittenPart.whole} the phrases begin whose first two characters are these. */
  readonly whole: Readonly<Record<string, number>>;
  /** What a word begins with, by its first two characters: phrases, each followed by its letters. */
  readonly beginnings: Readonly<Record<string, readonly string[]>>;
  /** What a word ends with, and its letters. */
  readonly endings: readonly string[];
  /** What may stand anywhere, and its letters. */
  readonly anywhere: readonly string[];
}

/** A part as it is kept: nearly all of it is one text, which has no structure that would have to be read first. */
export interface WrittenPart {
  /** Whole words, written without spaces: ",phrase:letters,phrase:letters,;" for each two characters that begin some. */
  readonly whole: string;
  /** The {@link Part} in JSON. */
  readonly part: string;
}

/** What ends the phrases with the same beginning. */
export const endOfBucket = ";";

/** All phrases, in a form that costs a page nothing before they are needed, and little then. */
export interface Table {
  /** The meanings; the first is written as "A", the next as the letter after it, and so on. */
  readonly names: readonly string[];
  readonly ascii: WrittenPart;
  /** All that is not ASCII: most texts need only the other. */
  readonly other: WrittenPart;
}

/** How many characters of a phrase say where it is kept. */
export const keyLength = 2;

/** The letter of the meaning at a place in {@link Table.names}. */
export function letterAt(index: number): string {
  return String.fromCharCode(65 + index);
}

type Place = keyof Part;

const scriptsWithoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const ascii = /^[\0-\x7f]*$/;
const betweenPhraseWords = /['\s.&-]+/g;

/** Sorts the phrases of every meaning into a table. */
export function compile(meanings: Readonly<Record<string, Phrases>>): Table {
  const found = { ascii: places(), other: places() };
  const names = Object.keys(meanings);
  for (const [index, name] of names.entries()) {
    const byLanguage = meanings[name] ?? {};
    for (const written of fold(Object.values(byLanguage).join(",")).replace(betweenPhraseWords, " ").split(/ ?, ?/)) {
      const phrase = written.replaceAll("*", "");
      if (phrase === "") throw new Error(`An empty phrase for ${name}.`);
      const place = placeOf(written, phrase);
      const spaceless = phrase.replaceAll(" ", "");
      for (const form of place === "whole" ? [spaceless] : new Set([phrase, spaceless])) {
        const list = found[ascii.test(form) ? "ascii" : "other"][place];
        const letters = list.get(form) ?? "";
        if (!letters.includes(letterAt(index))) list.set(form, letters + letterAt(index));
      }
    }
  }
  return { names, ascii: write(found.ascii), other: write(found.other) };
}

function places(): Record<Place, Map<string, string>> {
  return { whole: new Map(), beginnings: new Map(), endings: new Map(), anywhere: new Map() };
}

function placeOf(written: string, phrase: string): Place {
  const openStart = written.startsWith("*") || scriptsWithoutSpaces.test(phrase.charAt(0));
  const openEnd = written.endsWith("*") || scriptsWithoutSpaces.test(phrase.slice(-1));
  if (openStart) return openEnd ? "anywhere" : "endings";
  return openEnd ? "beginnings" : "whole";
}

function write(part: Record<Place, Map<string, string>>): WrittenPart {
  const buckets = new Map<string, string>();
  for (const [phrase, letters] of part.whole) {
    const key = phrase.slice(0, keyLength);
    buckets.set(key, `${buckets.get(key) ?? ","}${phrase}:${letters},`);
  }
  const whole: Record<string, number> = {};
  let text = "";
  for (const [key, bucket] of buckets) {
    whole[key] = text.length;
    text += bucket + endOfBucket;
  }
  const beginnings: Record<string, string[]> = {};
  for (const [phrase, letters] of part.beginnings) {
    const key = phrase.slice(0, keyLength);
    beginnings[key] = [...(beginnings[key] ?? []), phrase, letters];
  }
  const read: Part = { whole, beginnings, endings: [...part.endings].flat(), anywhere: [...part.anywhere].flat() };
  return { whole: text, part: JSON.stringify(read) };
}
