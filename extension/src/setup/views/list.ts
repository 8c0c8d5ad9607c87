import type { Credential } from "../../protocol/credentials.js";
import { type Child, element, newId } from "../element.js";
import { callout } from "../parts/callout.js";
import { masked } from "../parts/masked.js";
import { problemOf, urgencyOf } from "../parts/problem.js";
import { siteText } from "../parts/site-text.js";
import { shortTime } from "../parts/times.js";
import { tool } from "../parts/tool.js";
import { attachedTo, signInInWords, siteOf } from "../parts/words.js";
import { hashOf } from "../route.js";
import type { View } from "../view.js";

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

const orders: Readonly<
  Record<string, { readonly name: string; readonly compare: (a: Credential, b: Credential) => number }>
> = {
  label: { name: "Label", compare: byLabel },
  site: {
    name: "Site",
    compare: (a, b) => collator.compare(a.signInOrigins[0] ?? "", b.signInOrigins[0] ?? "") || byLabel(a, b),
  },
  last: { name: "Last tried", compare: (a, b) => (b.lastSignIn?.at ?? "").localeCompare(a.lastSignIn?.at ?? "") },
  problem: { name: "Needs attention", compare: (a, b) => urgencyOf(b) - urgencyOf(a) || byLabel(a, b) },
};

interface Row {
  readonly credential: Credential;
  /** What a search looks at, in lower case. */
  readonly text: string;
  readonly element: HTMLElement;
}

/** How the list was last looked at, so that one finds it again as one left it. */
const looked = { search: "", order: "label" };

/** All credentials; `removed` is the label of the one that was just removed, or null. */
export function listView(credentials: readonly Credential[], removed: string | null): View {
  const none = credentials.length === 0;
  const add = none ? null : element("a", { href: hashOf({ view: "add" }), class: "button" }, "Add credential");
  const heading = element("div", { class: "heading" }, element("h1", { tabindex: -1 }, "Credentials"), add);
  const gone = removed === null ? null : callout("good", `Removed ${removed}.`);
  return { title: "Credentials", content: [heading, gone, ...(none ? [empty()] : list(credentials))] };
}

function empty(): HTMLElement {
  return element(
    "section",
    { class: "empty" },
    element("p", {}, "No credential yet."),
    element(
      "p",
      {},
      "A credential is one account at one site: where to sign in, username, password, and the authenticator key if the site wants codes. When an agent's session there ends, the vault signs in with it. The agent never sees it.",
    ),
    element("a", { href: hashOf({ view: "add" }), class: "button" }, "Add the first credential"),
  );
}

function list(credentials: readonly Credential[]): Child[] {
  const rows = credentials.map((credential) => ({
    credential,
    text: searchedText(credential),
    element: row(credential),
  }));
  const search = element("input", {
    type: "search",
    id: newId("search"),
    placeholder: "Label, site, username …",
    autocomplete: "off",
    spellcheck: "false",
    "aria-label": "Search label, site, username and attachments",
  });
  search.value = looked.search;
  const order = element(
    "select",
    { autocomplete: "off" },
    ...Object.entries(orders).map(([value, { name }]) => element("option", { value }, name)),
  );
  order.value = looked.order;
  const count = element("p", { class: "count", role: "status" });
  const body = element("tbody", { role: "rowgroup" });
  const nothing = element("p", { class: "nothing", hidden: true }, "Nothing fits this search.");
  const table = element(
    "table",
    { role: "table", class: "credentials", "aria-label": "Credentials" },
    element(
      "thead",
      { role: "rowgroup" },
      element(
        "tr",
        { role: "row" },
        ...columns.map((name) => element("th", { role: "columnheader", scope: "col" }, name)),
      ),
    ),
    body,
  );
  const find = () => {
    looked.search = search.value;
    const shown = filter(rows, search.value);
    count.textContent =
      shown === rows.length ? `${shown} ${shown === 1 ? "credential" : "credentials"}` : `${shown} of ${rows.length}`;
    nothing.hidden = shown > 0;
    table.hidden = shown === 0;
  };
  const sort = () => {
    looked.order = order.value;
    body.replaceChildren(...sorted(rows, order.value).map((sortedRow) => sortedRow.element));
  };
  search.addEventListener("input", find);
  order.addEventListener("change", sort);
  sort();
  find();
  return [element("div", { class: "tools" }, tool("Search", search), tool("Sort by", order)), count, table, nothing];
}

const columns = ["Credential", "Signs in", "Attached to", "Last tried", "State"];

function row(credential: Credential): HTMLElement {
  const { id, label, signInOrigins, username, totp, fill, rememberDevice, lastSignIn } = credential;
  return element(
    "tr",
    { role: "row" },
    cell(
      "name",
      element("a", { href: hashOf({ view: "credential", id }), dir: "auto" }, label),
      element("small", { dir: "auto" }, `${masked(username)}\u00a0· `, ...siteText(signInOrigins.map(siteOf))),
    ),
    cell(
      "fill",
      element("span", {}, fill === "isolated" ? "vault's browser (isolated)" : "agent's page (in-page)"),
      element(
        "small",
        {},
        `${totp ? "with one-time code" : "no one-time code"}${rememberDevice ? ", remembers the device, if the site asks" : ""}`,
      ),
    ),
    cell(
      "attached",
      attachedTo(credential)
        ? element("span", { dir: "auto" }, attachedTo(credential))
        : element("span", { class: "none" }, "nothing"),
    ),
    cell(
      "last",
      ...(lastSignIn
        ? [shortTime(lastSignIn.at), element("small", {}, signInInWords(lastSignIn))]
        : [element("span", { class: "none" }, "never")]),
    ),
    cell("state", state(credential)),
  );
}

function state(credential: Credential): HTMLElement {
  const problem = problemOf(credential);
  if (problem) return element("span", { class: `mark ${problem.tone}` }, problem.name);
  return credential.verifiedAt
    ? element("span", { class: "mark good" }, "Verified")
    : element("span", { class: "mark" }, "Not verified");
}

function cell(name: string, ...children: Child[]): HTMLElement {
  return element("td", { role: "cell", class: name }, ...children);
}

function searchedText(credential: Credential): string {
  const { label, signInOrigins, sessionOrigins, username, attachments, fill } = credential;
  return [label, ...signInOrigins, ...sessionOrigins, username, ...attachments, fill, problemOf(credential)?.name ?? ""]
    .join("\n")
    .toLowerCase();
}

/** Shows the rows that hold every word; says how many. */
function filter(rows: readonly Row[], search: string): number {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  let shown = 0;
  for (const { text, element: tr } of rows) {
    const fits = words.every((word) => text.includes(word));
    if (tr.hidden === fits) tr.hidden = !fits;
    if (fits) shown++;
  }
  return shown;
}

function sorted(rows: readonly Row[], order: string): readonly Row[] {
  const compare = orders[order]?.compare;
  return compare ? rows.toSorted((a, b) => compare(a.credential, b.credential)) : rows;
}

function byLabel(a: Credential, b: Credential): number {
  return collator.compare(a.label, b.label);
}
