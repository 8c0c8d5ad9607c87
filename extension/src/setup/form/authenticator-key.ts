import { isLink, mayBeLink, readLink } from "./otpauth-link.js";

const fewestCharacters = 10;
/** 80 bits. RFC 4226 wants at least 128; there are sites that give 80, and few that give less. */
const usualCharacters = 16;
const mostCharacters = 2048;
const longestPeriodSeconds = 86_400;

/**
 * What is wrong with the shape of an authenticator key or its link; null when nothing is. The host decides; this is said
 * before the key is sealed, when nobody can look at it any more. It says where in what was typed, and not what stands
 * there: a password may have been typed into the wrong field. Each sentence fits into one line, so that nothing moves.
 * No regular expression looks at the key: the engine keeps the last text that one looked at.
 */
export function wrongWithKey(text: string): string | null {
  const key = text.trim();
  if (key.length > mostCharacters) return "This is too long for an authenticator key.";
  if (isLink(key)) return wrongWithLink(key);
  const stranger = positionOfStranger(key);
  if (stranger !== null) return wrongCharacter(stranger);
  return isTooShort(key) ? `An authenticator key has at least ${fewestCharacters} letters and digits.` : null;
}

/** What is wrong so far, while a key is typed: something that no key holds. */
export function wrongWhileTyped(text: string): string | null {
  const key = text.trimStart();
  if (mayBeLink(key)) return null;
  const stranger = positionOfStranger(key);
  return stranger === null ? null : wrongCharacter(stranger);
}

/** What to consider about a key that can be one and is shorter than most; null when nothing. */
export function doubtAboutKey(text: string): string | null {
  const key = text.trim();
  if (isLink(key) || count(key) >= usualCharacters) return null;
  return `This is short for an authenticator key: most have ${usualCharacters} characters or more.`;
}

function wrongCharacter(position: number): string {
  return `Character ${position}, not counting spaces and dashes, is not one of A to Z or 2 to 7.`;
}

function wrongWithLink(link: string): string | null {
  const read = readLink(link);
  if ("refused" in read) return read.refused;
  const { secret, algorithm, digits, period } = read;
  if (secret === "") return "This otpauth:// link holds no key: its part secret= is missing.";
  const stranger = positionOfStranger(secret);
  if (stranger !== null) return `Character ${stranger} of the key in this link is not one of A to Z or 2 to 7.`;
  if (isTooShort(secret)) return "The key in this otpauth:// link is too short.";
  if (!["SHA1", "SHA256", "SHA512"].includes(algorithm))
    return "This link asks for another algorithm than SHA1, SHA256 or SHA512.";
  if (!isNumber(digits, 6, 8)) return "This link asks for codes of other than 6 to 8 digits.";
  if (!isNumber(period, 1, longestPeriodSeconds))
    return "This link has a period that is no number of seconds within a day.";
  return null;
}

/** Where the first character stands that no key has, counted from 1 as a person counts: without spaces and dashes; null: nowhere. */
function positionOfStranger(key: string): number | null {
  let position = 0;
  let padded = false;
  for (const character of key) {
    if (character === "-" || character.trim() === "") continue;
    position++;
    if (character === "=") padded = true;
    else if (padded || !isKeyCharacter(character)) return position;
  }
  return null;
}

function isTooShort(key: string): boolean {
  return count(key) < fewestCharacters;
}

function count(key: string): number {
  let characters = 0;
  for (const character of key) if (isKeyCharacter(character)) characters++;
  return characters;
}

function isKeyCharacter(character: string): boolean {
  return (
    (character >= "A" && character <= "Z") ||
    (character >= "a" && character <= "z") ||
    (character >= "2" && character <= "7")
  );
}

function isNumber(text: string, least: number, most: number): boolean {
  const number = Number(text);
  return text.trim() === text && text !== "" && Number.isInteger(number) && number >= least && number <= most;
}
