import { sayingOf } from "./boxes.js";
import { type Control, captionOf } from "./controls.js";
import { type Group, withinScope } from "./groups.js";
import { normal, normalIdentifier } from "./matching.js";
import { textOf, wordsIn } from "./naming.js";
import { holds, isAfter, parentOf } from "./roots.js";
import { ownMark, shownText } from "./shown-text.js";
import { submitOf } from "./submit.js";
import { isVisible } from "./visibility.js";
import * as words from "./words/index.js";

/** Stable short names of what speaks for a kind of form; they are shown to people as evidence. */
export type Clue =
  | `${"submit" | "heading" | "form" | "title" | "text"}-says-${"sign-in" | "sign-up" | "reset-password" | "change-password" | "newsletter" | "one-time-code"}`
  | "submit-says-go-on"
  | "submit-says-search"
  | "submit-says-save"
  | "offers-to-save"
  | `${"submit" | "heading" | "title"}-says-new-password`
  | `${"submit" | "heading"}-says-new-name`
  | "text-says-new-password"
  | "text-says-password-rules"
  | "takes-a-file"
  | "is-another-password"
  | "heading-says-harmful"
  | "code-was-sent"
  | "says-rejected"
  | "link-to-reset-password"
  | "link-to-sign-up"
  | "link-to-sign-in"
  | "remember-me"
  | "agree-to-terms"
  | "code-set-up"
  | "further-choices"
  | "heading-says-security-question"
  | "message-box"
  | "sign-in-with-others"
  | "sign-in-or-sign-up"
  | "as-guest";

const longestText = 2000;
const longestLine = 160;

/** Collects what stands around the fields of a group. */
export function cluesOf(group: Group, controls: readonly Control[]): ReadonlySet<Clue> {
  const clues = new Set<Clue>();
  const submit = submitOf(group, controls);
  for (const meaning of ["sign-in", "sign-up", "reset-password", "change-password"] as const) {
    if (submit?.meaning === meaning && !submit.link) clues.add(`submit-says-${meaning}`);
  }
  if (submit === null && controls.some((control) => control.meaning === "newsletter"))
    clues.add("submit-says-newsletter");
  if (submit === null && controls.some((control) => control.meaning === "search" && control.submits))
    clues.add("submit-says-search");
  if (submit?.meaning === "save") clues.add("submit-says-save");
  if (submit !== null && choosesPassword(captionOf(submit.element))) clues.add("submit-says-new-password");
  if (submit !== null && changesName(captionOf(submit.element))) clues.add("submit-says-new-name");
  if (submit?.meaning === "go-on") clues.add("submit-says-go-on");
  for (const control of controls) {
    if (control === submit) continue;
    if (control.meaning === "with-others") clues.add("sign-in-with-others");
    if (control.meaning === "as-guest") clues.add("as-guest");
    if (control.meaning === "reset-password") clues.add("link-to-reset-password");
    if (control.meaning === "sign-up") clues.add("link-to-sign-up");
    if (control.meaning === "save" && !control.link) clues.add("offers-to-save");
    if (control.meaning === "sign-in" && submit?.meaning !== "sign-in") clues.add("link-to-sign-in");
  }
  const headings = headingsOf(group);
  for (const heading of headings) {
    say(clues, "heading", heading);
    if (words.signIn(heading) && words.signUp(heading)) clues.add("sign-in-or-sign-up");
    if (words.securityQuestion(heading)) clues.add("heading-says-security-question");
    if (words.harmful(heading)) clues.add("heading-says-harmful");
    if (changesName(heading)) clues.add("heading-says-new-name");
  }
  say(clues, "form", namesOf(group.container));
  say(clues, "title", normal(group.container.ownerDocument.title).slice(0, 200));
  const isSignIn = (["heading", "form", "title"] as const).some((where) => clues.has(`${where}-says-sign-in`));
  const labels = group.fields.map(({ naming }) => naming.label);
  if (!isSignIn && [...headings, ...labels].some(words.otherPassword)) clues.add("is-another-password");
  if (submit?.meaning === "connect" && !isSignIn) clues.add("submit-says-save");
  choices(clues, group);
  const text = normal([group.scope, ...group.shadows].map((root) => wordsIn(root, longestText)).join(" "));
  if (words.codeSetUp(text)) clues.add("code-set-up");
  if (choosesPassword(text) && linesOf(group).some(choosesPassword)) clues.add("text-says-new-password");
  if (words.passwordRules(text) && shows(group, words.passwordRules)) clues.add("text-says-password-rules");
  if (words.oneTimeCode(text)) clues.add("text-says-one-time-code");
  if (words.newsletter(text)) clues.add("text-says-newsletter");
  if (words.codeWasSent(text)) clues.add("code-was-sent");
  if (words.rejected(text) && shows(group, words.rejected)) clues.add("says-rejected");
  return clues;
}

function say(clues: Set<Clue>, where: "heading" | "form" | "title", text: string): void {
  if (text === "") return;
  if (where !== "form" && choosesPassword(text)) clues.add(`${where}-says-new-password`);
  if (words.changePassword(text)) clues.add(`${where}-says-change-password`);
  else if (words.resetPassword(text)) clues.add(`${where}-says-reset-password`);
  else if (words.newsletter(text)) clues.add(`${where}-says-newsletter`);
  else {
    if (words.signUp(text) || (where !== "form" && makesAccount(text))) clues.add(`${where}-says-sign-up`);
    if (words.signIn(text)) clues.add(`${where}-says-sign-in`);
  }
  if (words.oneTimeCode(text)) clues.add(`${where}-says-one-time-code`);
}

/** Whether a text is about a password that is yet to be chosen, with whatever stands between: "Choose a strong password". */
function choosesPassword(text: string): boolean {
  if (words.newPassword(text)) return true;
  return (words.choose(text) || words.create(text)) && words.password(text) && !words.signIn(text);
}

/** Whether a text is about giving an account another address or name: "Change your email". */
function changesName(text: string): boolean {
  const isName = words.email(text) || words.username(text) || words.phone(text);
  return isName && words.change(text) && !words.password(text) && !words.signIn(text);
}

/** Whether a text is about an account that is yet to be made, whatever it is called: "Create your Acme ID". */
function makesAccount(text: string): boolean {
  return words.create(text) && words.account(text);
}

const headings = "h1,h2,h3,h4,h5,h6,legend,[role=heading]";

/** Headings in and around the form; without any, the nearest one above it. */
function headingsOf(group: Group): readonly string[] {
  const { scope, container } = group;
  const around = withinScope<HTMLElement>(group, headings).filter(isVisible);
  const inside = around.filter((heading) => holds(container, heading));
  const before = around.filter((heading) => !inside.includes(heading) && isAfter(container, heading)).slice(-2);
  const near = [...before, ...inside.slice(0, 3)];
  for (
    let from: Element | null = scope, level = 0;
    near.length === 0 && from !== null && level < 4;
    from = parentOf(from), level++
  ) {
    for (
      let sibling = from.previousElementSibling;
      sibling !== null && near.length === 0;
      sibling = sibling.previousElementSibling
    ) {
      const heading = sibling.matches(headings) ? sibling : sibling.querySelector(headings);
      if (heading instanceof HTMLElement && isVisible(heading)) near.push(heading);
    }
  }
  return near.map((heading) => normal(textOf(heading)));
}

function namesOf(container: Element): string {
  const parts = ["id", "name", "class", "action", "aria-label"].map((name) => container.getAttribute(name) ?? "");
  parts[3] = parts[3]?.replace(/^\w+:\/\/[^/]*/, "").replace(/[?#].*$/, "") ?? "";
  return normalIdentifier(parts.join(" ").slice(0, 300));
}

/** Short texts in and around a form that can be seen and are nothing to press. */
function linesOf(group: Group): readonly string[] {
  return withinScope<HTMLElement>(group, "p,label,span,div,li,td,small")
    .filter(
      (line) =>
        line.childElementCount === 0 &&
        line.textContent.length <= longestLine &&
        line.closest(`a,button,[${ownMark}]`) === null,
    )
    .filter(isVisible)
    .map((line) => normal(line.textContent));
}

/** Whether what a text means can be seen: much that is said of a form lies hidden until it is needed. */
function shows({ scope }: Group, means: words.Meaning): boolean {
  return scope instanceof HTMLElement && means(normal(shownText(scope).slice(0, longestText)));
}

function choices(clues: Set<Clue>, group: Group): void {
  let selects = 0;
  for (const choice of withinScope<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
    group,
    "input[type=checkbox],input[type=radio],input[type=file],select,textarea",
  )) {
    if (choice instanceof HTMLInputElement && choice.type === "checkbox") {
      const { label, called } = sayingOf(choice);
      if (words.rememberMe(label) || words.rememberMe(called)) clues.add("remember-me");
      else if (words.agreeToTerms(label) || words.agreeToTerms(called)) clues.add("agree-to-terms");
    } else if (choice instanceof HTMLTextAreaElement) {
      if (!/captcha/i.test(choice.name) && isVisible(choice)) clues.add("message-box");
    } else if (choice.type === "file") {
      if (isVisible(choice)) clues.add("takes-a-file");
    } else if (isVisible(choice)) {
      selects++;
    }
  }
  if (selects > 1) clues.add("further-choices");
}
