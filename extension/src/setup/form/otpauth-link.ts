/** What an otpauth:// link says, but for what is wrong with it. */
export interface OtpauthLink {
  /** The key. */
  readonly secret: string;
  /** Whose account it is for, as the site named it; null when it did not. */
  readonly account: string | null;
  /** Such as `SHA1`, in upper case. */
  readonly algorithm: string;
  readonly digits: string;
  /** In seconds. */
  readonly period: string;
}

/** What every link says that names nothing else. */
const usual = { algorithm: "SHA1", digits: "6", period: "30" };

const scheme = "otpauth://";
const broken = "This otpauth:// link is broken.";
const once: readonly string[] = ["secret", "algorithm", "digits", "period"];

/** Whether a text is such a link, or, when it is shorter, may become one. */
export function mayBeLink(text: string): boolean {
  return startsWith(scheme, text.slice(0, scheme.length));
}

/** Whether a text is such a link, broken or not. */
export function isLink(text: string): boolean {
  return text.length >= scheme.length && mayBeLink(text);
}

/**
 * What a link says; or why it cannot be read. No regular expression looks at it: the engine keeps the last text that one
 * looked at.
 */
export function readLink(link: string): OtpauthLink | { readonly refused: string } {
  if (!URL.canParse(link)) return { refused: broken };
  const url = new URL(link);
  if (url.hostname.toLowerCase() !== "totp") return { refused: "This link is for codes that are counted, not timed." };
  if (!url.pathname.startsWith("/")) return { refused: broken };
  const parameters = new Map<string, string>();
  for (const [given, value] of url.searchParams) {
    const name = given.toLowerCase();
    if (parameters.has(name) && once.includes(name)) return { refused: `This link names its ${name} twice.` };
    parameters.set(name, value);
  }
  return {
    secret: parameters.get("secret") ?? "",
    account: accountOf(url.pathname.slice(1), parameters.get("issuer") ?? ""),
    algorithm: parameters.get("algorithm")?.toUpperCase() ?? usual.algorithm,
    digits: parameters.get("digits") ?? usual.digits,
    period: parameters.get("period") ?? usual.period,
  };
}

/** What was read from a link, for the owner: whose key it is, and what is not as with most sites; null: it is no link. */
export function readBack(text: string): string | null {
  const link = text.trim();
  if (!isLink(link)) return null;
  const read = readLink(link);
  if ("refused" in read) return null;
  const { account, algorithm, digits, period } = read;
  const unusual = [
    digits === usual.digits ? null : `${digits} digits`,
    period === usual.period ? null : `a new code every ${period} s`,
    algorithm === usual.algorithm ? null : algorithm,
  ].filter((part) => part !== null);
  const whose = account === null ? "The key" : `The key of ${account}`;
  return `${whose} was read${unusual.length > 0 ? `: ${unusual.join(", ")}` : ""}.`;
}

/** The issuer and the account: apart from each other in the label, or the issuer by itself. */
function accountOf(label: string, issuer: string): string | null {
  let text: string;
  try {
    text = decodeURIComponent(label);
  } catch {
    return issuer || null;
  }
  const colon = text.indexOf(":");
  const named = colon < 0 ? "" : text.slice(0, colon).trim();
  const account = text.slice(colon + 1).trim();
  return [named || issuer, account].filter((part) => part !== "").join(": ") || null;
}

/** Whether a text begins with these characters, in any case. */
function startsWith(text: string, start: string): boolean {
  if (text.length < start.length) return false;
  for (let at = 0; at < start.length; at++)
    if (text.charAt(at).toLowerCase() !== start.charAt(at).toLowerCase()) return false;
  return true;
}
