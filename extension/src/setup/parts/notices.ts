import type { Credential } from "../../protocol/credentials.js";
import { button, element } from "../element.js";
import { hashOf } from "../route.js";
import { callout } from "./callout.js";

/** What keeps a credential from being used, and what can be done about it. `unlock` lifts a stop. */
export function noticesOf({ stopped, conflicts, attachments, id }: Credential, unlock: () => void): HTMLElement[] {
  const problems: HTMLElement[] = [];
  if (stopped) {
    problems.push(
      callout(
        "bad",
        element("p", {}, element("strong", {}, "Stopped. "), stopped.sentence),
        stopped.unlockable
          ? element(
              "p",
              {},
              "If the password is wrong, edit the credential and replace it. If it is right, let it be tried again.",
            )
          : null,
        stopped.unlockable ? button("Try it again", { class: "quiet" }, unlock) : null,
      ),
    );
  }
  for (const { attachment, origin, others } of conflicts) {
    problems.push(
      callout(
        "doubtful",
        element("strong", {}, "In conflict. "),
        `Where ${attachment.replace(":", " ")} meets ${origin}, ${others.join(", ")} is attached too. Nothing is signed in there until one of them is detached.`,
      ),
    );
  }
  if (attachments.length === 0) {
    problems.push(
      callout(
        "doubtful",
        element("strong", {}, "Not attached. "),
        "No agent can use it yet: ",
        element("a", { href: hashOf({ view: "edit", id }) }, "attach it to an automation or a profile"),
        ".",
      ),
    );
  }
  return problems;
}
