const fewestCharacters = 10;
const mostCharacters = 2048;
const scheme = "otpauth://";
const longestPeriodSeconds = 86_400;

const brokenLink = "This otpauth:// link is broken.";
const wrongCharacter = "An authenticator key has only letters and the digits 2 to 7.";

/**
 * What is wrong with the shape of an authenticator key or its link; null when nothing is. The host decides; this is said
 * before the key is sealed, when nobody can look at it any more. Each sentence fits into one line, so that nothing moves.
 * No regular expression looks at the key: the engine keeps the last text that one looked at.
 */
export function wrongWithKey(text: string): string | null {
  const key = text.trim();
  if (key.length > mostCharacters) return "This is too long for an authenticator key.";
  return startsWith(key, scheme) ? wrongWithLink(key) : wrongWithCharacters(key);
}

/** What is wrong so far, while a key is typed: something that no key holds. */
export function wrongWhileTyped(text: string): string | null {
  const key = text.trimStart();
  // It may become a link.
  if (startsWith(scheme, key.slice(0, scheme.length))) return null;
  return hasOnlyKeyCharacters(key) ? null : wrongCharacter;
}

function wrongWithCharacters(key: string): string | null {
  if (!hasOnlyKeyCharacters(key)) return wrongCharacter;
  let count = 0;
  for (const character of key) if (isKeyCharacter(character)) count++;
  return count < fewestCharacters ? `An authenticator key has at least ${fewestCharacters} letters and digits.` : null;
}

function wrongWithLink(link: string): string | null {
  if (!URL.canParse(link)) return brokenLink;
  const url = new URL(link);
  if (url.hostname.toLowerCase() !== "totp") return "This link is for codes that are counted, not timed.";
  if (!url.pathname.startsWith("/")) return brokenLink;
  const parameters = new Map<string, string>();
  for (const [given, value] of url.searchParams) {
    const name = given.toLowerCase();
    if (parameters.has(name) && read.includes(name)) return `This link names its ${name} twice.`;
    parameters.set(name, value);
  }
  const secret = parameters.get("secret") ?? "";
  if (secret === "") return "This otpauth:// link holds no key: its part secret= is missing.";
  if (wrongWithCharacters(secret) !== null) return "The key in this otpauth:// link cannot be right.";
  const algorithm = parameters.get("algorithm")?.toUpperCase() ?? "SHA1";
  if (!["SHA1", "SHA256", "SHA512"].includes(algorithm))
    return "This link asks for another algorithm than SHA1, SHA256 or SHA512.";
  if (!isNumber(parameters.get("digits") ?? "6", 6, 8)) return "This link asks for codes of other than 6 to 8 digits.";
  if (!isNumber(parameters.get("period") ?? "30", 1, longestPeriodSeconds))
    return "This link has a period that is no number of seconds within a day.";
  return null;
}

const read: readonly string[] = ["secret", "algorithm", "digits", "period"];

function hasOnlyKeyCharacters(key: string): boolean {
  let padded = false;
  for (const character of key) {
    if (character === "-" || character.trim() === "") continue;
    if (character === "=") padded = true;
    else if (padded || !isKeyCharacter(character)) return false;
  }
  return true;
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

/** Whether a text begins with these lower-case characters, in any case. */
function startsWith(text: string, start: string): boolean {
  if (text.length < start.length) return false;
  for (let at = 0; at < start.length; at++)
    if (text.charAt(at).toLowerCase() !== start.charAt(at).toLowerCase()) return false;
  return true;
}
