import type { Credential } from "../../protocol/credentials.js";
import { element } from "../element.js";
import type { Known } from "../host.js";
import type { Draft } from "../sealing.js";
import { AttachmentChoice } from "./attachment-choice.js";
import { FillChoice } from "./fill-choice.js";
import { FurtherFields } from "./further-fields.js";
import { OneTimeCodes } from "./one-time-codes.js";
import { OriginList } from "./origin-list.js";
import { readOrigin } from "./origins.js";
import { OtherCredentials } from "./other-credentials.js";
import { RememberDevice } from "./remember-device.js";
import { SecretBinding } from "./secret-binding.js";
import { SecretField } from "./secret-field.js";
import { SignInPage } from "./sign-in-page.js";
import { TextField } from "./text-field.js";

/** The host decides; this is said when the field is left. */
const mostLabelCharacters = 120;

/** All fields of the form, filled with what is known of a credential and is no secret. */
export class CredentialFields {
  readonly label: TextField;
  readonly origins: OriginList;
  /** Whether the session origins are others than the sign-in origins. */
  readonly sessionElsewhere: HTMLInputElement;
  readonly sessionOrigins: OriginList;
  readonly signInUrl: SignInPage;
  readonly username: TextField;
  readonly password: SecretField;
  readonly codes: OneTimeCodes;
  readonly further: FurtherFields;
  readonly attachments: AttachmentChoice;
  readonly fill: FillChoice;
  readonly rememberDevice: RememberDevice;
  readonly #others: OtherCredentials;
  readonly #binding: SecretBinding;
  #isKnownAccount = false;
  /** The label that was made of a site, as long as nobody has changed it. */
  #suggested = "";

  /** `changed` is called when something was given that is not typed into a field. */
  constructor(
    readonly old: Credential | null,
    known: Known,
    draft: Draft,
    changed: () => void,
  ) {
    this.#others = new OtherCredentials(known, old);
    this.label = new TextField({
      label: "Label",
      hint: "Your own name for it, to find it again.",
      value: old?.label ?? "",
      required: true,
    });
    this.origins = new OriginList({
      group: "Sites to sign in at",
      label: "Site to sign in at (sign-in origin)",
      hint: old
        ? "Paste the address of the sign-in page. Secrets may be typed at its site and nowhere else."
        : "Paste the sign-in page's address. Secrets are bound to the sites: give all of them now.",
      add: "Add another site",
      anotherHint: old
        ? "Secrets are bound to their sites: with another one, all are asked for again, the key too."
        : "",
      origins: old?.signInOrigins ?? [],
    });
    const elsewhere = old !== null && old.sessionOrigins.join(" ") !== old.signInOrigins.join(" ");
    this.sessionElsewhere = element("input", { type: "checkbox" });
    this.sessionElsewhere.checked = elsewhere;
    this.sessionOrigins = new OriginList({
      group: "Sites that the agent works at",
      label: "Site that the agent works at (session origin)",
      hint: "The application. Only its cookies and storage are handed over to the agent's browser.",
      add: "Add another site that the agent works at",
      anotherHint: "",
      origins: elsewhere ? (old?.sessionOrigins ?? []) : [],
    });
    this.signInUrl = new SignInPage(old?.signInUrl ?? "");
    this.username = new TextField({
      label: "Username",
      hint: "As the site asks for it: a name or an e-mail address.",
      value: old?.username ?? "",
      required: true,
    });
    this.password = new SecretField({
      label: "Password",
      hint: "It is sealed when you leave this field. From then on nobody can read it, and you can only replace it.",
      field: "password",
      draft: draft,
      stored: old !== null,
      required: true,
    });
    this.codes = new OneTimeCodes(draft, old?.totp ? old.id : null);
    const secretChanged = () => {
      changed();
      this.#binding.tell();
    };
    this.further = new FurtherFields(draft, old?.fields ?? [], secretChanged);
    this.attachments = new AttachmentChoice(known.places, old?.attachments ?? [], () => {
      changed();
      this.#weighAttachments();
    });
    this.fill = new FillChoice(old?.fill ?? "isolated", () => {
      changed();
      this.#binding.check();
    });
    this.#binding = new SecretBinding(old, this.origins, this.fill, this.codes.secret, () => [
      this.password,
      ...this.further.secrets.values(),
      this.codes.secret,
    ]);
    this.rememberDevice = new RememberDevice(old?.rememberDevice ?? false);
    this.password.onChange(secretChanged);
    this.codes.secret.onChange(() => {
      secretChanged();
      if (this.codes.secret.removed) this.codes.left();
      else if (!this.codes.secret.given) this.codes.otherKey();
    });
    this.origins.onChange((read) => {
      changed();
      if (read) this.signInUrl.take(read, this.origins.values);
      else this.signInUrl.drop(this.origins.values);
      if (read) this.#suggestLabel(read.origin);
      this.#binding.check();
      this.#weighAccount();
      this.#weighAttachments();
      this.signInUrl.check(this.pageOrigins);
    });
    this.sessionOrigins.onChange(() => {
      changed();
      this.signInUrl.check(this.pageOrigins);
    });
    this.label.input.addEventListener("change", () => this.#checkLabel());
    this.username.input.addEventListener("change", () => {
      this.#weighAccount();
      this.#weighAttachments();
    });
    this.signInUrl.input.addEventListener("change", () => this.signInUrl.check(this.pageOrigins));
    this.#weighLabel();
    this.#weighAttachments();
  }

  /** The secrets that the credential is to have, by the field that each is sealed as. */
  get secrets(): ReadonlyMap<string, SecretField> {
    const secrets = new Map([["password", this.password], ...this.further.kept]);
    if (this.codes.secret.filled) secrets.set("totp-seed", this.codes.secret);
    return secrets;
  }

  /** Where the sign-in page may be: at origins that are given and can be. */
  get pageOrigins(): readonly string[] {
    const all = [...this.origins.values, ...(this.sessionElsewhere.checked ? this.sessionOrigins.values : [])];
    return all.map(readOrigin).flatMap((read) => ("refused" in read ? [] : [read.origin]));
  }

  /** The fields in their sections, in the order in which they are asked for. */
  sections(): HTMLElement[] {
    const session = element("div", {}, this.sessionOrigins.element);
    const showSession = () => {
      session.hidden = !this.sessionElsewhere.checked;
    };
    this.sessionElsewhere.addEventListener("change", () => {
      showSession();
      this.signInUrl.check(this.pageOrigins);
    });
    showSession();
    return [
      section(
        "What it is for",
        null,
        this.label.element,
        this.origins.element,
        this.#binding.element,
        element(
          "label",
          { class: "check" },
          this.sessionElsewhere,
          element("span", {}, "The agent works at a different site from the one it signs in at (single sign-on)"),
        ),
        session,
        this.signInUrl.element,
      ),
      section("Account", null, this.username.element, this.password.element, this.further.element),
      section(
        "One-time codes",
        "If the site asks for the code of an authenticator app, give its key here. The vault makes the codes from then on, so you need no phone.",
        this.codes.element,
      ),
      section(
        "Attach",
        "Only what you tick can use this credential. If a job and its browser profile both have one for the same site, the job's own is used.",
        this.attachments.element,
      ),
      section("Where it is typed", null, this.fill.element, this.rememberDevice.element),
    ];
  }

  #checkLabel(): void {
    if (this.label.value.length > mostLabelCharacters)
      this.label.fail(`The label has ${this.label.value.length} characters: ${mostLabelCharacters} are the most.`);
    else this.#weighLabel();
  }

  /** What nobody typed follows the site. */
  #suggestLabel(origin: string): void {
    if (this.label.value !== "" && this.label.value !== this.#suggested) return;
    this.#suggested = new URL(origin).hostname.replace(/^www\./, "");
    this.label.input.value = this.#suggested;
    this.label.note("Suggested from the site. Change it as you like.");
    this.#weighLabel();
  }

  /** Two of one account can be kept, but are seldom meant. */
  #weighAccount(): void {
    const against = this.#others.againstAccount(this.username.value, this.origins.values);
    if (against !== null) this.username.warn(against);
    else if (this.#isKnownAccount) this.username.clear();
    this.#isKnownAccount = against !== null;
  }

  /** Two with one label can be kept, but are hard to tell apart. */
  #weighLabel(): void {
    const against = this.#others.againstLabel(this.label.value);
    if (against !== null) this.label.warn(against);
  }

  /** Two at one place for one site can be saved, but are used only where the page shows which is meant. */
  #weighAttachments(): void {
    const { values } = this.attachments;
    const loses = this.old !== null && this.old.attachments.length > 0 && values.length === 0;
    this.attachments.weigh(
      loses
        ? "Once this is saved, no agent can use it."
        : this.#others.againstAttachments(values, this.origins.values, this.username.value),
    );
  }

  /** What saving would bring about that was not so before: another credential at the same place for the same site. Null: nothing. */
  get newConflict(): string | null {
    const [attachments, origins] = [this.attachments.values, this.origins.values];
    return this.#others.conflictIsNew(this.old, attachments, origins)
      ? this.#others.againstAttachments(attachments, origins, this.username.value)
      : null;
  }
}

function section(title: string, text: string | null, ...children: (HTMLElement | null)[]): HTMLElement {
  return element(
    "section",
    {},
    element("div", {}, element("h2", {}, title), text ? element("p", { class: "lead" }, text) : null),
    element("div", {}, ...children),
  );
}
