import type { Credential, GivenSecret } from "../../protocol/credentials.js";
import { element } from "../element.js";
import { CredentialFields } from "../form/credential-fields.js";
import type { FormPart } from "../form/field.js";
import { missingIn } from "../form/missing.js";
import { HostRefusal, host, type Known, sentenceOf } from "../host.js";
import { callout } from "../parts/callout.js";
import { ask } from "../parts/dialog.js";
import { keyOpensTheAccount } from "../parts/key-words.js";
import { listed } from "../parts/words.js";
import type { FormPlace } from "../route.js";
import { Draft } from "../sealing.js";
import type { View } from "../view.js";

/** The form that adds a credential, or changes one; `saved` is told its id and what it was, `at` is what one came for. */
export function formView(
  old: Credential | null,
  known: Known,
  saved: (id: string, old: Credential | null) => void,
  cancel: string,
  at: FormPlace | null,
): View {
  const form = new CredentialForm(old, known, saved, cancel);
  return {
    title: old ? `Edit ${old.label}` : "Add a credential",
    content: [
      element(
        "h1",
        { tabindex: -1 },
        old ? "Edit " : "Add a credential",
        old ? element("span", { dir: "auto" }, old.label) : null,
      ),
      form.element,
    ],
    ...(at ? { start: () => form.goTo(at) } : {}),
    unsaved: () => form.unsaved,
    stays: () => form.stays,
    lost: () => form.lost,
    left: () => form.left(),
  };
}

class CredentialForm {
  readonly element: HTMLFormElement;
  readonly #saved: (id: string, old: Credential | null) => void;
  readonly #draft = new Draft();
  readonly #fields: CredentialFields;
  readonly #save = element("button", { type: "submit" }, "Save");
  readonly #failure = element("div", { class: "failure" });
  readonly #pasted = (event: ClipboardEvent) => {
    if (this.#fields.codes.take(event.clipboardData?.files)) event.preventDefault();
  };
  // What is dropped beside its place must not lead the page away.
  readonly #dragged = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  };
  readonly #dropped = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.#fields.codes.takeDropped(event.dataTransfer.files);
  };
  #changed = false;

  constructor(
    old: Credential | null,
    known: Known,
    saved: (id: string, old: Credential | null) => void,
    cancel: string,
  ) {
    this.#saved = saved;
    const changed = () => {
      this.#changed = true;
      this.#failure.replaceChildren();
    };
    this.#fields = new CredentialFields(old, known, this.#draft, changed);
    this.element = element(
      "form",
      { novalidate: true, autocomplete: "off", class: "credential" },
      ...this.#fields.sections(),
      element(
        "div",
        { class: "actions save" },
        this.#failure,
        element("a", { href: cancel, class: "button quiet" }, "Cancel"),
        this.#save,
      ),
    );
    this.element.addEventListener("input", ({ target }) => {
      // A picture is read at once: what came of it counts.
      if (target instanceof HTMLInputElement && target.type === "file") return;
      changed();
      this.#fields.attachments.seen();
    });
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#submit();
    });
    document.addEventListener("paste", this.#pasted);
    document.addEventListener("dragover", this.#dragged);
    document.addEventListener("drop", this.#dropped);
  }

  get unsaved(): boolean {
    return this.#changed;
  }

  /** What was added on the way and is there for good. */
  get stays(): string | null {
    const { added } = this.#fields.attachments;
    if (added.length === 0) return null;
    return added.length === 1 ? `The automation ${added[0]} stays.` : `The automations ${listed(added)} stay.`;
  }

  /** What is lost with the form and cannot be had again. */
  get lost(): string | null {
    return this.#fields.codes.codeTaken
      ? "You have taken a code from this key. If the site asks for codes already, this key is all that opens the account: save first."
      : null;
  }

  /** Brings into view what one came for. */
  goTo(place: FormPlace): void {
    const { attachments, password, codes } = this.#fields;
    const part = { attach: attachments, password, key: codes }[place];
    part.element.closest("section")?.scrollIntoView();
    if (part === password) password.open();
    else if (part === codes) codes.open();
    else part.focus();
  }

  /** Lets go of what the page listens to. */
  left(): void {
    document.removeEventListener("paste", this.#pasted);
    document.removeEventListener("dragover", this.#dragged);
    document.removeEventListener("drop", this.#dropped);
    this.#fields.attachments.left();
    this.#fields.codes.left();
  }

  async #submit(): Promise<void> {
    if (this.#save.getAttribute("aria-busy") === "true") return;
    this.#save.setAttribute("aria-busy", "true");
    this.#failure.replaceChildren();
    this.#fields.attachments.seen();
    try {
      for (const secret of [...this.#fields.secrets.values(), this.#fields.codes.secret]) await secret.take();
      const wrong = missingIn(this.#fields);
      if (this.#fields.attachments.unfinished)
        this.#failure.replaceChildren(
          callout(
            "bad",
            "Not saved: a new automation is not added yet. Press Add automation above, or clear its name.",
          ),
        );
      if (wrong) wrong.focus();
      else if ((await this.#acceptsLoss()) && (await this.#acceptsConflict())) await this.#send();
    } catch (error) {
      this.#refused(error);
    } finally {
      this.#save.removeAttribute("aria-busy");
    }
  }

  /** Asks before a stored authenticator key goes, which may be all that opens the account. */
  async #acceptsLoss(): Promise<boolean> {
    const { old, codes } = this.#fields;
    const { removed, given } = codes.secret;
    if (!old?.totp || !(removed || given)) return true;
    const accepted = await ask({
      title: removed ? "Remove the stored authenticator key?" : "Replace the stored authenticator key?",
      text: `It is deleted for good when you save. ${keyOpensTheAccount} ${
        removed ? "Turn two-factor sign-in off there first." : "Let the site take a code of the new one first."
      }`,
      yes: removed ? "Remove the key" : "Replace the key",
      no: "Go back",
    });
    if (!accepted) codes.focus();
    return accepted;
  }

  /** Asks before what an agent could use till now is no longer what it is signed in with. */
  async #acceptsConflict(): Promise<boolean> {
    const { newConflict } = this.#fields;
    if (newConflict === null) return true;
    const accepted = await ask({
      title: "Use two credentials for the same site?",
      text: `${newConflict} To be sure which is used, go back and attach them to different ones.`,
      yes: "Save anyway",
      no: "Go back",
    });
    if (!accepted) this.#fields.attachments.focus();
    return accepted;
  }

  async #send(): Promise<void> {
    const fields = this.#fields;
    const draft = await this.#draft.name();
    const secrets: GivenSecret[] = [];
    for (const [field, secret] of fields.secrets) {
      const given = await secret.take();
      // The key may have been given anew for another draft meanwhile, and the password not.
      if (given && given.draft !== draft) {
        this.#forget((name) => name !== draft);
        return;
      }
      secrets.push({ field, sealed: given?.sealed ?? null });
    }
    const { credential } = await host.ask("save-credential", {
      credential: fields.old?.id ?? null,
      draft,
      label: fields.label.value,
      signInOrigins: fields.origins.values,
      sessionOrigins: fields.sessionElsewhere.checked ? fields.sessionOrigins.values : [],
      signInUrl: fields.signInUrl.value || null,
      username: fields.username.value,
      fill: fields.fill.value,
      rememberDevice: fields.rememberDevice.value,
      attachments: fields.attachments.values,
      secrets,
    });
    this.#changed = false;
    this.#saved(credential, fields.old);
  }

  /** Asks again for every secret that was sealed for a draft that nobody can open. */
  #forget(isLost: (draft: string) => boolean): void {
    const lost = [...this.#fields.secrets.values()].filter((secret) => secret.forget(isLost));
    lost[0]?.focus();
  }

  /** Says what the host refused beside the field that it names. */
  #refused(error: unknown): void {
    if (error instanceof HostRefusal && error.code === "draft-unknown") {
      this.#draft.renew();
      this.#forget(() => true);
      return;
    }
    const sentence = sentenceOf(error);
    const [, name = "", index = "0"] =
      /^(.*?)(?:\[(\d+)\])?$/.exec((error instanceof HostRefusal && error.field) || "") ?? [];
    const part = this.#part(name);
    if (part) {
      part.fail(sentence, Number(index));
      part.focus(Number(index));
    } else {
      this.#failure.replaceChildren(callout("bad", sentence));
    }
  }

  #part(name: string): FormPart | undefined {
    const { label, origins, sessionOrigins, signInUrl, username, attachments, codes, secrets } = this.#fields;
    const parts: ReadonlyMap<string, FormPart> = new Map<string, FormPart>([
      ...secrets,
      ["label", label],
      ["signInOrigins", origins],
      ["sessionOrigins", sessionOrigins],
      ["signInUrl", signInUrl],
      ["username", username],
      ["attachments", attachments],
      ["totp-seed", codes],
    ]);
    return parts.get(name);
  }
}
