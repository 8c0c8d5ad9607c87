import type { Credential } from "../../protocol/credentials.js";
import { element } from "../element.js";
import { sentenceText } from "./site-text.js";
import { longTime } from "./times.js";
import { capitalized, fillInWords, placeOf } from "./words.js";

/**
 * All that is known of a credential. `codes` stands where it has an authenticator key. `told` is true where something
 * above has said why the last sign-in did not work.
 */
export function factsOf(credential: Credential, codes: HTMLElement | null, told: boolean): HTMLElement {
  const { signInOrigins, sessionOrigins, signInUrl, username, fields, fill, attachments, lastSignIn, verifiedAt } =
    credential;
  const elsewhere = sessionOrigins.join(" ") !== signInOrigins.join(" ");
  return element(
    "dl",
    { class: "facts" },
    ...fact("Signs in at", lines(signInOrigins)),
    ...(elsewhere ? fact("For the agent's work at", lines(sessionOrigins)) : []),
    ...(signInUrl ? fact("Sign-in page", element("span", { class: "address" }, signInUrl)) : []),
    ...fact("Username", element("span", { dir: "auto" }, username)),
    ...fact("Password", "Stored"),
    ...fields.flatMap((name) => fact(name, "Stored")),
    ...fact("One-time codes", codes ?? "No authenticator key"),
    ...fact("Typed into", fillInWords(fill)),
    ...(credential.rememberDevice ? fact("Remember this device", "Ticked where the site asks") : []),
    ...fact(
      "Attached to",
      attachments.length > 0 ? lines(attachments.map((attachment) => capitalized(placeOf(attachment)))) : "Nothing",
    ),
    ...fact(
      lastSignIn && lastSignIn.outcome !== "signed-in" ? "Last tried" : "Last sign-in",
      lastSignIn
        ? element(
            "span",
            {},
            longTime(lastSignIn.at),
            " – ",
            ...(told && lastSignIn.outcome !== "signed-in"
              ? [`${lastSignIn.event === "verify" ? "your verification " : ""}did not work, see above`]
              : sentenceText(lastSignIn.sentence)),
          )
        : "Never",
    ),
    ...fact(
      "Verified",
      verifiedAt
        ? element("span", {}, longTime(verifiedAt), failedSince(credential) ? " – it worked then" : null)
        : lastSignIn
          ? "Not since the last change"
          : "Never",
    ),
  );
}

/** Whether what worked once did not when it was tried last. */
function failedSince({ lastSignIn, verifiedAt }: Credential): boolean {
  return lastSignIn !== null && verifiedAt !== null && lastSignIn.outcome !== "signed-in" && lastSignIn.at > verifiedAt;
}

function fact(name: string, value: HTMLElement | string): HTMLElement[] {
  return [element("dt", { dir: "auto" }, name), element("dd", {}, value)];
}

function lines(texts: readonly string[]): HTMLElement {
  return element("ul", { class: "lines" }, ...texts.map((text) => element("li", { dir: "auto" }, text)));
}
