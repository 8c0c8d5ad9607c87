import type { Credential } from "../../protocol/credentials.js";
import type { Automation } from "../../protocol/places.js";
import { button, type Child, element } from "../element.js";
import { allCredentials, host, type Known, sentenceOf } from "../host.js";
import { callout } from "../parts/callout.js";
import { CodeDisplay, countsAsUsed } from "../parts/code.js";
import { launchOf } from "../parts/commands.js";
import { command } from "../parts/copy.js";
import { ask } from "../parts/dialog.js";
import { factsOf } from "../parts/facts.js";
import { keyOpensTheAccount } from "../parts/key-words.js";
import { noticesOf, stopNotice, waysOn } from "../parts/notices.js";
import { VerificationDisplay } from "../parts/verification.js";
import { siteOf } from "../parts/words.js";
import { hashOf } from "../route.js";
import { Verifying } from "../verifying.js";
import type { View } from "../view.js";

/**
 * One credential: what is known of it, and what can be done with it. `justSaved` says of what was saved a moment ago whether
 * it was stopped before that. `removed` is told its label when it is gone.
 */
export function credentialView(
  credential: Credential,
  known: Known,
  justSaved: { readonly wasStopped: boolean } | null,
  removed: (label: string) => void,
): View {
  const page = new CredentialPage(credential, known, justSaved, removed);
  return { title: credential.label, content: page.content, left: () => page.left() };
}

/** What to do after saving, and what saving has brought about. */
function savedNotice({ fill, verifiedAt, stopped }: Credential, wasStopped: boolean): HTMLElement {
  const isTried = verifiedAt !== null || stopped !== null;
  return callout(
    "good",
    element("strong", {}, "Saved. "),
    wasStopped && stopped === null ? "It is not stopped any more: agents can be signed in with it again. " : null,
    isTried
      ? null
      : "Verify it now: the vault signs in once, without an agent, so a typo shows today and not at night.",
    !isTried && fill === "in-page"
      ? " For that it uses a browser of its own. The agent's own page, where it will be typed, is not tried by that."
      : null,
  );
}

class CredentialPage {
  readonly content: readonly Child[];
  #credential: Credential;
  #all: readonly Credential[];
  readonly #automations: readonly Automation[];
  readonly #removed: (label: string) => void;
  readonly #notices = element("div", { class: "notices" });
  readonly #facts = element("div", {});
  readonly #verify: HTMLButtonElement;
  readonly #verification = element("div", { id: "verification" });
  readonly #failure = element("div", { class: "failure" });
  readonly #saved: HTMLElement | null;
  #display: VerificationDisplay | null = null;
  #code: CodeDisplay | null = null;

  constructor(
    credential: Credential,
    { credentials, places }: Known,
    justSaved: { readonly wasStopped: boolean } | null,
    removed: (label: string) => void,
  ) {
    this.#credential = credential;
    this.#all = credentials;
    this.#automations = places.automations;
    const launch = launchOf(credential.attachments, places);
    this.#removed = removed;
    const { id, label } = credential;
    this.#verify = button("Verify", {}, () => void this.#verifyNow());
    const actions = element(
      "div",
      { class: "actions" },
      this.#verify,
      element("a", { href: hashOf({ view: "edit", id, at: null }), class: "button quiet" }, "Edit"),
      button("Remove", { class: "quiet danger-text" }, () => void this.#remove()),
    );
    this.#saved = justSaved ? savedNotice(credential, justSaved.wasStopped) : null;
    this.content = [
      element("p", { class: "back" }, element("a", { href: hashOf({ view: "list" }) }, "All credentials")),
      element("h1", { tabindex: -1, dir: "auto" }, label),
      actions,
      this.#saved,
      this.#failure,
      // Above the notices, so that what is read of it stays where it is when there is one more at its end.
      this.#verification,
      this.#notices,
      this.#facts,
      ...(launch
        ? [element("p", { class: "lead" }, "To start the browser that an agent works in:"), command(launch)]
        : []),
      element("p", {}, element("a", { href: hashOf({ view: "audit", credential: id }) }, "History")),
    ];
    const under = Verifying.of(id);
    if (under && !(justSaved && under.end)) this.#watch(under);
    this.#show();
  }

  left(): void {
    this.#display?.left();
    this.#code?.clear();
  }

  #show(): void {
    const { stopped, id } = this.#credential;
    // Where a verification has just said why, what can be done about it stands there.
    const advised = this.#display?.advise((end) => waysOn(stopped, end, id)) ?? false;
    const stop = stopped && !advised ? [stopNotice(stopped, id)] : [];
    this.#notices.replaceChildren(...stop, ...noticesOf(this.#credential, this.#all, this.#automations, advised));
    this.#facts.replaceChildren(
      factsOf(this.#credential, this.#credential.totp ? this.#codes() : null, advised || stopped !== null),
    );
  }

  /** Made once: the facts are shown anew when something changes, and the code stays. */
  #codes(): HTMLElement {
    this.#code ??= this.#newCode();
    return element("div", {}, "Key stored", this.#code.element);
  }

  #newCode(): CodeDisplay {
    return new CodeDisplay(
      () => countsAsUsed,
      async () => {
        const answer = await host.ask("get-code", { credential: this.#credential.id });
        // What a verification saw of the site's clock says more than this machine can know of its own.
        return {
          ...answer,
          clockDoubt: answer.clockDoubt ?? Verifying.of(this.#credential.id)?.end?.clockDoubt ?? null,
        };
      },
      (error) => sentenceOf(error),
    );
  }

  #begin(): void {
    const running = Verifying.of(this.#credential.id);
    if (running && !running.hasEnded) return;
    this.#saved?.remove();
    this.#watch(Verifying.begin(this.#credential.id));
    this.#show();
  }

  #watch(verifying: Verifying): void {
    this.#display?.left();
    verifying.addEventListener("news", () => this.#busy(!verifying.hasEnded));
    this.#busy(!verifying.hasEnded);
    this.#display = new VerificationDisplay(verifying, () => void this.#refresh());
    this.#verification.replaceChildren(element("h2", {}, "Verification"), this.#display.element);
  }

  #busy(busy: boolean): void {
    if (busy) this.#verify.setAttribute("aria-busy", "true");
    else this.#verify.removeAttribute("aria-busy");
  }

  async #refresh(): Promise<void> {
    const all = await allCredentials().catch(() => null);
    const now = all?.find(({ id }) => id === this.#credential.id);
    if (!all || !now) return;
    this.#all = all;
    this.#credential = now;
    this.#show();
  }

  /** Lifts the stop, if there is one, and verifies. */
  async #verifyNow(): Promise<void> {
    await this.#do(async () => {
      if (this.#credential.stopped?.unlockable) {
        await host.ask("unlock-credential", { credential: this.#credential.id });
        await this.#refresh();
      }
      this.#begin();
    });
  }

  async #remove(): Promise<void> {
    const { id, label, username, signInOrigins, totp } = this.#credential;
    const sure = await ask({
      title: `Remove ${label}?`,
      text: `The password${totp ? ", the authenticator key" : ""} and all else that is stored for ${username} at ${signInOrigins.map(siteOf).join(", ")} are deleted for good, and agents are not signed in with it any more. ${totp ? `${keyOpensTheAccount} ` : ""}Its history stays in the audit.`,
      yes: "Remove",
      no: "Keep it",
    });
    if (sure) {
      await this.#do(async () => {
        await host.ask("remove-credential", { credential: id });
        this.#removed(label);
      });
    }
  }

  async #do(work: () => Promise<void>): Promise<void> {
    this.#failure.replaceChildren();
    try {
      await work();
    } catch (error) {
      this.#failure.replaceChildren(callout("bad", sentenceOf(error)));
    }
  }
}
