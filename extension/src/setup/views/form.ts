import type { Credential, GivenSecret } from "../../protocol/credentials.js";
import type { ListPlacesAnswer } from "../../protocol/places.js";
import { element } from "../element.js";
import { AttachmentChoice } from "../form/attachment-choice.js";
import type { FormPart } from "../form/field.js";
import { FillChoice } from "../form/fill-choice.js";
import { FurtherFields } from "../form/further-fields.js";
import { OneTimeCodes } from "../form/one-time-codes.js";
import { OriginList } from "../form/origin-list.js";
import { SecretField } from "../form/secret-field.js";
import { TextField } from "../form/text-field.js";
import { HostRefusal, host, sentenceOf } from "../host.js";
import { callout } from "../parts/callout.js";
import { Draft } from "../sealing.js";
import type { View } from "../view.js";

/** The form that adds a credential, or changes one; `saved` is told its id. */
export function formView(
  old: Credential | null,
  places: ListPlacesAnswer,
  saved: (id: string) => void,
  cancel: string,
): View {
  const form = new CredentialForm(old, places, saved, cancel);
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
    unsaved: () => form.unsaved,
    left: () => form.left(),
  };
}

class CredentialForm {
  readonly element: HTMLFormElement;
  readonly #old: Credential | null;
  readonly #saved: (id: string) => void;
  readonly #draft = new Draft();
  readonly #label: TextField;
  readonly #origins: OriginList;
  readonly #sessionElsewhere: HTMLInputElement;
  readonly #sessionOrigins: OriginList;
  readonly #signInUrl: TextField;
  readonly #username: TextField;
  readonly #password: SecretField;
  readonly #codes: OneTimeCodes;
  readonly #removeCodes: HTMLInputElement | null = null;
  readonly #further: FurtherFields;
  readonly #attachments: AttachmentChoice;
  readonly #fill: FillChoice;
  readonly #save = element("button", { type: "submit" }, "Save");
  readonly #failure = element("div", { class: "failure" });
  readonly #pasted = (event: ClipboardEvent) => {
    if (this.#codes.take(event.clipboardData?.files)) event.preventDefault();
  };
  #changed = false;

  constructor(old: Credential | null, places: ListPlacesAnswer, saved: (id: string) => void, cancel: string) {
    this.#old = old;
    this.#saved = saved;
    const changed = () => {
      this.#changed = true;
    };
    this.#label = new TextField({
      label: "Label",
      hint: "Your own name for it, to find it again.",
      value: old?.label ?? "",
      required: true,
    });
    this.#origins = new OriginList({
      label: "Sign-in origin",
      hint: "Paste the address of the sign-in page. Secrets may be typed at its origin and nowhere else.",
      add: "Add another origin",
      origins: old?.signInOrigins ?? [],
    });
    const elsewhere = old !== null && old.sessionOrigins.join(" ") !== old.signInOrigins.join(" ");
    this.#sessionElsewhere = element("input", { type: "checkbox" });
    this.#sessionElsewhere.checked = elsewhere;
    this.#sessionOrigins = new OriginList({
      label: "Session origin",
      hint: "The application that the agent works in. Only its cookies and storage are handed over.",
      add: "Add another session origin",
      origins: elsewhere ? (old?.sessionOrigins ?? []) : [],
    });
    this.#signInUrl = new TextField({
      label: "Sign-in page (optional)",
      hint: "Where signing in starts. Without it, the vault starts at the site's first page.",
      value: old?.signInUrl ?? "",
      type: "url",
      placeholder: "https://shop.example/login",
    });
    this.#username = new TextField({
      label: "Username",
      hint: "As the site asks for it: a name or an e-mail address.",
      value: old?.username ?? "",
      required: true,
    });
    this.#password = new SecretField({
      label: "Password",
      hint: "It is sealed when you leave this field. From then on nobody can read it, and you can only replace it.",
      field: "password",
      draft: this.#draft,
      stored: old !== null,
      required: true,
    });
    this.#codes = new OneTimeCodes(this.#draft, old?.totp ? old.id : null);
    this.#further = new FurtherFields(this.#draft, old?.fields ?? [], changed);
    this.#attachments = new AttachmentChoice(places, old?.attachments ?? [], changed);
    this.#fill = new FillChoice(old?.fill ?? "isolated", changed);
    this.#password.onChange(changed);
    this.#codes.secret.onChange(changed);
    if (old?.totp) this.#removeCodes = element("input", { type: "checkbox" });

    this.element = element(
      "form",
      { novalidate: true, autocomplete: "off", class: "credential" },
      ...this.#sections(cancel),
    );
    this.element.addEventListener("input", changed);
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#submit();
    });
    this.#listen();
  }

  get unsaved(): boolean {
    return this.#changed;
  }

  /** Lets go of what the page listens to. */
  left(): void {
    document.removeEventListener("paste", this.#pasted);
    this.#codes.left();
  }

  #sections(cancel: string): HTMLElement[] {
    const session = element("div", {}, this.#sessionOrigins.element);
    const showSession = () => {
      session.hidden = !this.#sessionElsewhere.checked;
    };
    this.#sessionElsewhere.addEventListener("change", showSession);
    showSession();
    return [
      section(
        "What it is for",
        null,
        this.#label.element,
        this.#origins.element,
        element(
          "label",
          { class: "check" },
          this.#sessionElsewhere,
          element("span", {}, "The agent works at another origin than where one signs in (single sign-on)"),
        ),
        session,
        this.#signInUrl.element,
      ),
      section("Account", null, this.#username.element, this.#password.element, this.#further.element),
      section(
        "One-time codes",
        "If the site asks for the code of an authenticator app, give its key here. The vault makes the codes from then on, so you need no phone.",
        this.#codes.element,
        this.#removeCodes
          ? element(
              "label",
              { class: "check" },
              this.#removeCodes,
              element("span", {}, "Remove the stored key when saving"),
            )
          : null,
      ),
      section("Attach", "An agent can use a credential only where it is attached.", this.#attachments.element),
      section("Fill", null, this.#fill.element),
      element(
        "div",
        { class: "actions save" },
        this.#failure,
        element("a", { href: cancel, class: "button quiet" }, "Cancel"),
        this.#save,
      ),
    ];
  }

  #listen(): void {
    document.addEventListener("paste", this.#pasted);
    // What is dropped beside its place must not lead the page away.
    this.element.addEventListener("dragover", (event) => event.preventDefault());
    this.element.addEventListener("drop", (event) => {
      event.preventDefault();
      this.#codes.take(event.dataTransfer?.files);
    });
    this.#origins.onChange((read) => {
      this.#changed = true;
      if (read?.address && this.#signInUrl.value === "") {
        this.#signInUrl.input.value = read.address;
        this.#signInUrl.note("Taken from the address that you gave above.");
      }
      if (read && this.#label.value === "") {
        this.#label.input.value = new URL(read.origin).hostname.replace(/^www\./, "");
        this.#label.note("Suggested from the site. Change it as you like.");
      }
      this.#bindSecrets();
    });
    this.#sessionOrigins.onChange(() => {
      this.#changed = true;
    });
  }

  /** Stored secrets are bound to the sign-in origins: with others, they have to be given again. */
  #bindSecrets(): void {
    if (!this.#old) return;
    const before = [...this.#old.signInOrigins].sort().join(" ");
    const moved = [...new Set(this.#origins.values)].sort().join(" ") !== before;
    for (const secret of [this.#password, this.#codes.secret, ...this.#further.secrets.values()])
      secret.needAgain(moved);
  }

  async #submit(): Promise<void> {
    if (this.#save.getAttribute("aria-busy") === "true") return;
    this.#failure.replaceChildren();
    const secrets = new Map<string, SecretField>([["password", this.#password], ...this.#further.secrets]);
    for (const secret of [...secrets.values(), this.#codes.secret]) await secret.take();
    const wrong = this.#missing();
    if (wrong) {
      wrong.focus();
      return;
    }
    if (this.#codes.secret.filled && !this.#removeCodes?.checked) secrets.set("totp-seed", this.#codes.secret);
    this.#save.setAttribute("aria-busy", "true");
    try {
      const given: GivenSecret[] = [];
      for (const [field, secret] of secrets) given.push({ field, sealed: (await secret.take())?.sealed ?? null });
      const { credential } = await host.ask("save-credential", {
        credential: this.#old?.id ?? null,
        draft: await this.#draft.name(),
        label: this.#label.value,
        signInOrigins: this.#origins.values,
        sessionOrigins: this.#sessionElsewhere.checked ? this.#sessionOrigins.values : [],
        signInUrl: this.#signInUrl.value || null,
        username: this.#username.value,
        fill: this.#fill.value,
        attachments: this.#attachments.values,
        secrets: given,
      });
      this.#changed = false;
      this.#saved(credential);
    } catch (error) {
      this.#refused(error, secrets);
    } finally {
      this.#save.removeAttribute("aria-busy");
    }
  }

  /** Says beside each field what is missing, and gives the first of them. */
  #missing(): { focus(): void } | null {
    const wrong: FormPart[] = [];
    const need = (part: FormPart, there: boolean, sentence: string) => {
      if (there) return;
      part.fail(sentence);
      wrong.push(part);
    };
    if (this.#origins.values.length === 0)
      need(this.#origins, false, "Say where to sign in: paste the address of the sign-in page.");
    else if (!this.#origins.check()) wrong.push(this.#origins);
    need(this.#label, this.#label.value !== "", "Give it a label, by which you will find it again.");
    if (this.#sessionElsewhere.checked) {
      if (this.#sessionOrigins.values.length === 0) need(this.#sessionOrigins, false, "Say where the agent works.");
      else if (!this.#sessionOrigins.check()) wrong.push(this.#sessionOrigins);
    }
    need(this.#username, this.#username.value !== "", "Give the account's username.");
    need(this.#password, this.#password.filled, "Give the account's password.");
    const keepsCodes = this.#old?.totp === true && !this.#removeCodes?.checked;
    need(this.#codes, !keepsCodes || this.#codes.secret.filled, "Give the key again, or choose below to remove it.");
    for (const secret of this.#further.secrets.values())
      need(secret, secret.filled, "Give a value, or remove this field.");
    need(this.#further, !this.#further.unfinished, "Add this field, or empty its name.");
    if (this.#attachments.unfinished) this.#attachments.needFinish();
    return (
      this.#inOrder(wrong)[0] ?? (this.#attachments.unfinished ? { focus: () => this.#attachments.needFinish() } : null)
    );
  }

  #inOrder(parts: readonly FormPart[]): FormPart[] {
    return [...parts].sort((a, b) =>
      a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
  }

  #refused(error: unknown, secrets: ReadonlyMap<string, SecretField>): void {
    if (error instanceof HostRefusal && error.code === "draft-unknown") {
      this.#draft.renew();
      const lost = [...secrets.values()].filter(({ given }) => given);
      for (const secret of lost) secret.forget();
      lost[0]?.focus();
      return;
    }
    const [, name = "", index] =
      /^(.*?)(?:\[(\d+)\])?$/.exec((error instanceof HostRefusal && error.field) || "") ?? [];
    const at = Number(index ?? 0);
    const sentence = sentenceOf(error);
    if (name === "signInOrigins") this.#origins.fail(sentence, at);
    else if (name === "sessionOrigins") this.#sessionOrigins.fail(sentence, at);
    const parts: Readonly<Record<string, FormPart>> = {
      label: this.#label,
      signInOrigins: this.#origins,
      sessionOrigins: this.#sessionOrigins,
      signInUrl: this.#signInUrl,
      username: this.#username,
      attachments: this.#attachments,
      ...Object.fromEntries(secrets),
      "totp-seed": this.#codes,
    };
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
    if (!part) {
      this.#failure.replaceChildren(callout("bad", sentence));
      return;
    }
    if (!name.endsWith("Origins")) part.fail(sentence);
    part.focus();
  }
}

function section(title: string, text: string | null, ...children: (HTMLElement | null)[]): HTMLElement {
  return element(
    "section",
    {},
    element("h2", {}, title),
    text ? element("p", { class: "lead" }, text) : null,
    ...children,
  );
}
