import type { Credential } from "../../protocol/credentials.js";
import { element } from "../element.js";
import type { Known } from "../host.js";
import { callout } from "../parts/callout.js";
import { listed } from "../parts/words.js";
import type { Draft } from "../sealing.js";
import { AttachmentChoice } from "./attachment-choice.js";
import { FillChoice } from "./fill-choice.js";
import { FurtherFields } from "./further-fields.js";
import { OneTimeCodes } from "./one-time-codes.js";
import { OriginList } from "./origin-list.js";
import { type ReadOrigin, readOrigin } from "./origins.js";
import { OtherCredentials } from "./other-credentials.js";
import { RememberDevice } from "./remember-device.js";
import { SecretField } from "./secret-field.js";
import { wrongWithSignInPage } from "./sign-in-page.js";
import { TextField } from "./text-field.js";

/** The host decides; this is said when the field is left. */
const mostLabelCharacters = 120;

const keyIsShownOnce =
  "Most sites show an authenticator key once: then two-factor sign-in has to be set up anew there.";

/** All fields of the form, filled with what is known of a credential and is no secret. */
export class CredentialFields {
  readonly label: TextField;
  readonly origins: OriginList;
  /** Whether the session origins are others than the sign-in origins. */
  readonly sessionElsewhere: HTMLInputElement;
  readonly sessionOrigins: OriginList;
  readonly signInUrl: TextField;
  readonly username: TextField;
  readonly password: SecretField;
  readonly codes: OneTimeCodes;
  readonly further: FurtherFields;
  readonly attachments: AttachmentChoice;
  readonly fill: FillChoice;
  readonly rememberDevice: RememberDevice;
  readonly #others: OtherCredentials;
  /** Says beside the sites what other ones ask for. */
  readonly #moved = element("div");
  /** The sign-in page as it was taken from a pasted address; empty when it was not. */
  #takenUrl = "";

  /** `changed` is called when something was given that is not typed into a field. */
  constructor(
    readonly old: Credential | null,
    { credentials, places }: Known,
    draft: Draft,
    changed: () => void,
  ) {
    this.#others = new OtherCredentials(credentials, old);
    this.label = new TextField({
      label: "Label",
      hint: "Your own name for it, to find it again.",
      value: old?.label ?? "",
      required: true,
    });
    this.origins = new OriginList({
      group: "Sites to sign in at",
      label: "Site to sign in at (sign-in origin)",
      hint: "Paste the address of the sign-in page. Secrets may be typed at its site and nowhere else.",
      add: "Add another site",
      anotherHint: old ? "With another site, every secret has to be given again, since it is bound to the sites." : "",
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
    this.signInUrl = new TextField({
      label: "Sign-in page (optional)",
      hint: "Where signing in starts. Without it, the vault starts at the site's first page.",
      value: old?.signInUrl ?? "",
      type: "url",
      placeholder: "https://shop.example/login",
    });
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
      this.#tellAgain();
    };
    this.further = new FurtherFields(draft, old?.fields ?? [], secretChanged);
    this.attachments = new AttachmentChoice(places, old?.attachments ?? [], () => {
      changed();
      this.#weighAttachments();
    });
    this.fill = new FillChoice(old?.fill ?? "isolated", () => {
      changed();
      this.#bindSecrets();
    });
    this.rememberDevice = new RememberDevice(old?.rememberDevice ?? false);
    this.password.onChange(secretChanged);
    this.codes.secret.onChange(() => {
      secretChanged();
      if (this.codes.secret.removed) this.codes.left();
      else if (!this.codes.secret.given) this.codes.otherKey();
    });
    this.origins.onChange((read) => {
      changed();
      if (read) this.#takeUrl(read);
      else this.#dropUrl();
      if (read && this.label.value === "") {
        this.label.input.value = new URL(read.origin).hostname.replace(/^www\./, "");
        this.label.note("Suggested from the site. Change it as you like.");
        this.#weighLabel();
      }
      this.#bindSecrets();
      this.#weighAttachments();
      this.#checkPage();
    });
    this.sessionOrigins.onChange(() => {
      changed();
      this.#checkPage();
    });
    this.label.input.addEventListener("change", () => this.#checkLabel());
    this.signInUrl.input.addEventListener("change", () => this.#checkPage());
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
      this.#checkPage();
    });
    showSession();
    return [
      section(
        "What it is for",
        null,
        this.label.element,
        this.origins.element,
        this.#moved,
        element(
          "label",
          { class: "check" },
          this.sessionElsewhere,
          element("span", {}, "The agent works at another site than the one it is signed in at (single sign-on)"),
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

  /** The sign-in page follows the addresses that are given, until one is typed for it. */
  #takeUrl({ origin, address }: ReadOrigin): void {
    const { value } = this.signInUrl;
    if (value !== "") {
      if (value !== this.#takenUrl) return;
      const { origin: taken } = new URL(value);
      if (this.origins.values.includes(taken) && (address === null || origin !== taken)) return;
    }
    this.#takenUrl = address ?? "";
    this.signInUrl.input.value = this.#takenUrl;
    if (address) this.signInUrl.note("Taken from the address that you gave above.");
    else this.signInUrl.clear();
  }

  /** Where no site is left that the sign-in page was taken from, it goes too. */
  #dropUrl(): void {
    const { value } = this.signInUrl;
    if (value === "" || value !== this.#takenUrl) return;
    if (this.origins.values.includes(new URL(value).origin)) return;
    this.#takenUrl = "";
    this.signInUrl.input.value = "";
    this.signInUrl.clear();
  }

  #checkPage(): void {
    const wrong = wrongWithSignInPage(this.signInUrl, this.pageOrigins);
    if (wrong !== null) this.signInUrl.fail(wrong);
    else if (this.signInUrl.failed) this.signInUrl.clear();
  }

  #checkLabel(): void {
    if (this.label.value.length > mostLabelCharacters)
      this.label.fail(`The label has ${this.label.value.length} characters: ${mostLabelCharacters} are the most.`);
    else this.#weighLabel();
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
      loses ? "Once this is saved, no agent can use it." : this.#others.againstAttachments(values, this.origins.values),
    );
  }

  /** What saving would bring about that was not so before: another credential at the same place for the same site. Null: nothing. */
  get newConflict(): string | null {
    const [attachments, origins] = [this.attachments.values, this.origins.values];
    return this.#others.conflictIsNew(this.old, attachments, origins)
      ? this.#others.againstAttachments(attachments, origins)
      : null;
  }

  /** Stored secrets stay only where they were given for: the host refuses them otherwise, and here it is said before. */
  #bindSecrets(): void {
    if (!this.old) return;
    const reason = this.#haveSitesMoved
      ? "it is bound to where you sign in, and that has changed."
      : this.#isExposed
        ? "it was given for the isolated fill, and a page can show what is typed into it."
        : null;
    for (const secret of [this.password, ...this.further.secrets.values()]) secret.needAgain(reason);
    this.codes.secret.needAgain(reason === null ? null : `${reason} ${keyIsShownOnce}`);
    this.#tellAgain();
  }

  /** Says also beside what asks for them, the sites or the fill, which secrets have to be given again. */
  #tellAgain(): void {
    const secrets = [this.password, ...this.further.secrets.values(), this.codes.secret];
    const needed = secrets.filter((secret) => secret.needed).map(({ label }) => label);
    const moved = this.#haveSitesMoved;
    this.fill.needAgain(this.#isExposed && !moved ? needed : []);
    const key = this.codes.secret.needed ? ` ${keyIsShownOnce}` : "";
    const said =
      moved && needed.length > 0
        ? `A secret is bound to its sites. Give ${listed(needed)} again below, or put the sites back as they were.${key}`
        : "";
    if (this.#moved.textContent !== said) this.#moved.replaceChildren(said === "" ? "" : callout("doubtful", said));
  }

  /** Whether the sites to sign in at are others than those that the stored secrets are bound to. */
  get #haveSitesMoved(): boolean {
    if (!this.old) return false;
    return [...new Set(this.origins.values)].sort().join(" ") !== [...this.old.signInOrigins].sort().join(" ");
  }

  /** Whether the stored secrets were given for a fill that shows less of them. */
  get #isExposed(): boolean {
    return this.old?.fill === "isolated" && this.fill.value === "in-page";
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
