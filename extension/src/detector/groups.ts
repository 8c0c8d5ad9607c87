import { type Field, takesName, takesPassword } from "./fields.js";
import { commonAncestor, holds, isAfter, parentOf, type Root } from "./roots.js";
import { isVisible } from "./visibility.js";

/** Fields that are filled in and sent together. */
export interface Group {
  readonly fields: readonly Field[];
  /** Holds the fields and what belongs to them, and no field of another group. */
  readonly scope: Element;
  /** The innermost element that holds the fields: the form where there is one. */
  readonly container: Element;
  /** Open shadow roots inside the scope. */
  readonly shadows: readonly ShadowRoot[];
}

const submitters = "input[type=submit],input[type=image],button:not([type=button])";
const buttons = "button,input[type=submit],input[type=image],input[type=button],[role=button]";

/** Puts the fields of a page into groups: by form element where there is one, else by nearness. */
export function groupsOf(fields: readonly Field[], roots: readonly Root[]): readonly Group[] {
  const byOwner = new Map<Element, Field[]>();
  for (const field of fields) {
    const owner = field.element.form ?? surroundings(field);
    const known = [...byOwner.keys()].find(
      (other) =>
        field.element.form === null && other.tagName !== "FORM" && (holds(other, owner) || holds(owner, other)),
    );
    const list = byOwner.get(known ?? owner);
    if (list === undefined) byOwner.set(owner, [field]);
    else list.push(field);
  }
  const lists = joinHalves([...byOwner]).flatMap(([owner, list]) =>
    partsOf(list).map((part, _, parts) => ({
      fields: part,
      container:
        parts.length === 1 && owner.tagName === "FORM" ? owner : commonAncestor(part.map(({ element }) => element)),
    })),
  );
  return lists.map(({ fields: list, container }) => {
    const scope = widen(container, list, fields);
    const shadows = roots.filter((root) => root instanceof ShadowRoot).filter((root) => holds(scope, root.host));
    return { fields: list, container, scope, shadows };
  });
}

/** What matches in the scope of a group, in its open shadow roots too. */
export function withinScope<E extends Element>({ scope, shadows }: Group, selector: string): readonly E[] {
  return [scope, ...shadows].flatMap((root) => [...root.querySelectorAll<E>(selector)]);
}

/** For a field without a form: the nearest element that also holds a button. */
function surroundings({ element }: Field): Element {
  let around: Element = element;
  for (let parent = parentOf(element); parent !== null && parent.tagName !== "BODY"; parent = parentOf(parent)) {
    around = parent;
    if (parent.matches("dialog,[role=dialog]") || [...parent.querySelectorAll(buttons)].some(isSpelledOut)) break;
  }
  return around;
}

/** Buttons of a sign or two (an eye, an arrow) belong to a field, not to the form. */
function isSpelledOut(button: Element): boolean {
  return (button.textContent || button.getAttribute("value") || "").trim().length > 2;
}

/** A password whose surroundings stop short of its user name belongs to the field right before. */
function joinHalves(groups: [Element, Field[]][]): [Element, Field[]][] {
  const joined: [Element, Field[]][] = [];
  for (const [owner, list] of groups) {
    const before = joined.at(-1);
    const formless = owner.tagName !== "FORM" && before?.[0].tagName !== "FORM";
    if (before !== undefined && formless && startsWithPassword(list) && !before[1].some(takesPassword)) {
      before[1].push(...list);
    } else {
      joined.push([owner, list]);
    }
  }
  return joined;
}

function startsWithPassword([first]: readonly Field[]): boolean {
  return first !== undefined && takesPassword(first);
}

/** The parts that are sent each for itself. Rows of a table are a list of accounts that is edited, not so many sign-ins. */
function partsOf(list: readonly Field[]): readonly (readonly Field[])[] {
  const parts = splitBySecondLogin(list);
  const rows = parts.filter((part) => part.some(takesPassword)).map(rowOf);
  const isList = rows.length > 1 && rows.every((row) => row !== null) && new Set(rows).size === rows.length;
  return isList ? [list] : parts;
}

/** The row of a table that holds all of a part. */
function rowOf(part: readonly Field[]): Element | null {
  const [first = null, ...others] = part.map(({ element }) => element.closest("tr,[role=row]"));
  return others.every((other) => other === first) ? first : null;
}

/** Some pages have one form around everything: a second user name and password start a second group. */
function splitBySecondLogin(list: readonly Field[]): readonly (readonly Field[])[] {
  const parts: Field[][] = [];
  let part: Field[] = [];
  let texts: Field[] = [];
  for (const field of list) {
    if (!takesPassword(field)) {
      texts.push(field);
      continue;
    }
    const startsAnother = isSignIn(part) && texts.some(mayStartSignIn) && field.meaning !== "repeated-password";
    if (startsAnother) {
      parts.push(part);
      part = [];
    }
    part.push(...texts, field);
    texts = [];
  }
  if (isSignIn(part) && isClosed(part, texts)) {
    parts.push(part);
    part = [];
  }
  part.push(...texts);
  parts.push(part);
  return parts;
}

/** Whether what sends a part stands before the fields that follow, which ask once more for somebody. */
function isClosed(part: readonly Field[], following: readonly Field[]): boolean {
  const [last, next] = [part.at(-1), following[0]];
  if (last === undefined || next === undefined || !following.some(takesName)) return false;
  return [...(last.element.form?.querySelectorAll<HTMLElement>(submitters) ?? [])].some(
    (control) => isAfter(control, last.element) && isAfter(next.element, control) && isVisible(control),
  );
}

function isSignIn(part: readonly Field[]): boolean {
  return part.some(mayStartSignIn) && part.some(takesPassword);
}

function mayStartSignIn(field: Field): boolean {
  return takesName(field) || field.meaning === "unknown";
}

/** Past this size an element is no longer about one form. */
const largestScope = 300;

/** Headings, links and buttons of a form often stand around it. */
function widen(container: Element, own: readonly Field[], all: readonly Field[]): Element {
  const others = all.filter((field) => !own.includes(field));
  let scope = container;
  for (let level = 0; level < 6 && !scope.matches("body,dialog,[role=dialog]"); level++) {
    const parent = parentOf(scope);
    if (parent === null || parent.getElementsByTagName("*").length > largestScope) break;
    if (others.some((other) => holds(parent, other.element))) break;
    scope = parent;
  }
  return scope;
}
