import type { AuditEvent, AuditRecord, ListAuditRequest } from "../../protocol/audit.js";
import type { AuditedCredential } from "../audited.js";
import { button, element } from "../element.js";
import { allRecords, host, sentenceOf } from "../host.js";
import { callout } from "../parts/callout.js";
import { distinctionsOf } from "../parts/distinctions.js";
import { sentenceText } from "../parts/site-text.js";
import { longTime } from "../parts/times.js";
import { tool } from "../parts/tool.js";
import type { View } from "../view.js";

const atOnce = 50;
const pauseMilliseconds = 250;
const format = "(JSON Lines)";

const events: readonly { readonly name: string; readonly events: readonly AuditEvent[] }[] = [
  { name: "Everything", events: [] },
  { name: "Sign-ins", events: ["sign-in"] },
  { name: "Refusals", events: ["refusal"] },
  { name: "Verifications", events: ["verify"] },
  { name: "One-time codes", events: ["get-code"] },
  {
    name: "Your changes",
    events: [
      "add",
      "edit",
      "attach",
      "detach",
      "remove",
      "add-profile",
      "remove-profile",
      "add-automation",
      "remove-automation",
    ],
  },
  { name: "Stops you lifted", events: ["unlock"] },
];

/** What happened, latest first; of one credential when its id is given. `audited` are those that are there or were. */
export function auditView(audited: readonly AuditedCredential[], credential: string | null): View {
  const page = new AuditPage(audited, credential);
  return { title: "Audit", content: [page.element], left: () => page.left() };
}

class AuditPage {
  readonly element: HTMLElement;
  readonly #text = element("input", {
    type: "search",
    placeholder: "Site, label, username …",
    autocomplete: "off",
    spellcheck: "false",
    "aria-label": "Search site, label, username, profile, automation and outcome",
  });
  readonly #events = element(
    "select",
    { autocomplete: "off" },
    ...events.map(({ name }, index) => element("option", { value: index }, name)),
  );
  readonly #credential: HTMLSelectElement;
  readonly #from = element("input", { type: "date", autocomplete: "off" });
  readonly #until = element("input", { type: "date", autocomplete: "off" });
  /** The label of today of each credential, or its last one, by id. */
  readonly #labels: ReadonlyMap<string, string>;
  /** What tells credentials apart that have one label, by id. */
  readonly #distinctions: ReadonlyMap<string, string>;
  readonly #list = element("ol", { class: "records" });
  readonly #state = element("p", { class: "count", role: "status" });
  readonly #failure = element("div", { class: "failure" });
  readonly #older: HTMLButtonElement;
  readonly #export: HTMLButtonElement;
  #next: string | null = null;
  #asked = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(audited: readonly AuditedCredential[], credential: string | null) {
    this.#older = button("Show older", { class: "quiet", hidden: true }, () => void this.#more());
    this.#export = button("Save", { class: "quiet", disabled: true }, () => void this.#save());
    this.#distinctions = distinctionsOf(audited);
    this.#labels = new Map(audited.map(({ id, labels }) => [id, labels[0] ?? ""]));
    const known = audited.map((one) => element("option", { value: one.id }, this.#nameOf(one)));
    // One of which the audit holds no change has no label any more, but what happened with it stays.
    if (credential && !audited.some(({ id }) => id === credential))
      known.push(element("option", { value: credential }, "A removed credential"));
    this.#credential = element(
      "select",
      { autocomplete: "off" },
      element("option", { value: "" }, "All credentials"),
      ...known,
    );
    this.#credential.value = credential ?? "";
    this.#text.addEventListener("input", () => {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => void this.#anew(), pauseMilliseconds);
    });
    for (const choice of [this.#events, this.#credential, this.#from, this.#until])
      choice.addEventListener("change", () => void this.#anew());
    this.element = element(
      "div",
      {},
      element("div", { class: "heading" }, element("h1", { tabindex: -1 }, "Audit"), this.#export),
      element(
        "p",
        { class: "lead" },
        "Sign-ins, refusals and your changes: where, when, and for which job. It never holds a secret.",
      ),
      element(
        "div",
        { class: "tools" },
        tool("Search", this.#text),
        tool("What happened", this.#events),
        tool("Credential", this.#credential),
        tool("From (day)", this.#from),
        tool("Until (day)", this.#until),
      ),
      this.#state,
      this.#failure,
      this.#list,
      this.#older,
    );
    void this.#anew();
  }

  left(): void {
    clearTimeout(this.#pause);
    this.#asked++;
  }

  #nameOf({ id, labels, credential }: AuditedCredential): string {
    const told = this.#distinctions.get(id) ?? (credential ? null : "removed");
    return told === null ? `${labels[0]}` : `${labels[0]} (${told})`;
  }

  /** What tells the credential of a record from others, and what it is called today where that is another label. */
  #which({ credential, label }: AuditRecord): string {
    const today = this.#labels.get(credential ?? "") ?? label;
    const renamed = label !== null && today !== label ? `now '${today}'` : "";
    return [renamed, this.#distinctions.get(credential ?? "") ?? ""].filter((part) => part !== "").join(" · ");
  }

  get #filter(): Omit<ListAuditRequest, "before" | "limit"> {
    return {
      credential: this.#credential.value || null,
      events: events[Number(this.#events.value)]?.events ?? [],
      text: this.#text.value.trim() || null,
      since: dayBegin(this.#from.value, 0),
      until: dayBegin(this.#until.value, 1),
    };
  }

  async #anew(): Promise<void> {
    this.#next = null;
    await this.#load(true);
  }

  async #more(): Promise<void> {
    await this.#load(false);
  }

  /** Reads until there is something to show: with a filter, answers may be empty with more to come. */
  async #load(anew: boolean): Promise<void> {
    const turn = ++this.#asked;
    this.#failure.replaceChildren();
    try {
      const found: AuditRecord[] = [];
      let next = this.#next;
      do {
        const answer = await host.ask("list-audit", { ...this.#filter, before: next, limit: atOnce });
        if (turn !== this.#asked) return;
        found.push(...answer.records);
        next = answer.next;
      } while (next !== null && found.length < atOnce / 2);
      this.#next = next;
      if (anew) this.#list.replaceChildren();
      this.#list.append(...found.map((record) => line(record, this.#which(record))));
      this.#older.hidden = next === null;
      const shown = this.#list.childElementCount;
      this.#nameExport(shown);
      this.#state.textContent =
        shown === 0
          ? this.#nothing()
          : `${shown}${next === null ? "" : " latest"} ${shown === 1 ? "record" : "records"}`;
    } catch (error) {
      this.#failure.replaceChildren(callout("bad", sentenceOf(error)));
    }
  }

  /** Says what would be saved; how many it is, where that is known. */
  #nameExport(shown: number): void {
    this.#export.disabled = shown === 0;
    if (shown === 0) this.#export.textContent = `Save records ${format}`;
    else if (shown === 1 && this.#next === null) this.#export.textContent = `Save this record ${format}`;
    else if (this.#next === null)
      this.#export.textContent = `Save ${this.#isFiltered ? "these" : "all"} ${shown} records ${format}`;
    else this.#export.textContent = `${this.#isFiltered ? "Save all that fit" : "Save all records"} ${format}`;
  }

  get #isFiltered(): boolean {
    const { events: some, ...others } = this.#filter;
    return some.length > 0 || Object.values(others).some((one) => one !== null);
  }

  #nothing(): string {
    const { since, until } = this.#filter;
    if (since !== null && until !== null && since >= until) return "Nothing fits: the first day is after the last one.";
    return this.#isFiltered ? "Nothing fits this filter." : "Nothing has happened yet.";
  }

  async #save(): Promise<void> {
    this.#export.setAttribute("aria-busy", "true");
    try {
      const lines: string[] = [];
      for await (const record of allRecords(this.#filter)) lines.push(`${JSON.stringify(record)}\n`);
      const address = URL.createObjectURL(new Blob(lines, { type: "application/jsonl" }));
      const link = element("a", {
        href: address,
        download: `credential-vault-audit-${new Date().toISOString().slice(0, 10)}.jsonl`,
      });
      link.click();
      this.#state.textContent = `Saved ${lines.length} ${lines.length === 1 ? "record" : "records"} as ${link.download}.`;
      // The download has taken the blob over by then.
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    } catch (error) {
      this.#failure.replaceChildren(callout("bad", sentenceOf(error)));
    } finally {
      this.#export.removeAttribute("aria-busy");
    }
  }
}

/** When a day begins here, or one so many days after it, in ISO 8601; null where no day is given. */
function dayBegin(day: string, later: number): string | null {
  if (day === "") return null;
  const at = new Date(`${day}T00:00`);
  at.setDate(at.getDate() + later);
  return at.toISOString();
}

/** The sentence says it all: who, where, with what, how long; `which` stands by it where that does not say which credential. */
function line({ at, sentence, outcome }: AuditRecord, which: string): HTMLElement {
  const worked = outcome === null || outcome === "signed-in";
  return element(
    "li",
    { class: worked ? null : "refused" },
    longTime(at),
    element(
      "span",
      { dir: "auto" },
      ...sentenceText(sentence),
      which === "" ? null : element("small", { class: "which" }, which),
    ),
  );
}
