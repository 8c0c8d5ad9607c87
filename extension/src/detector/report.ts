import type { Group } from "./groups.js";
import type { Root } from "./roots.js";

/** What the form to fill asks for, or what the page is when there is none. */
export type PageKind = "sign-in" | "one-time-code" | "sign-up" | "change-password" | "reset-password" | "other";

/** What a form asks for; `further` is whatever has no name of its own, such as a tenant or the answer to a question. */
export type FieldName = "username" | "password" | "one-time-code" | "further";

/** What a credential can put into a field; a further one has the name that its owner gave it. */
export type ValueName = Exclude<FieldName, "further"> | `field:${string}`;

/** A form of the page, with the elements that belong to it. */
export interface DetectedForm {
  readonly kind: PageKind;
  /** Several elements for one name are the boxes of a split one-time code, or all further fields, in order. */
  readonly fields: ReadonlyMap<FieldName, readonly HTMLInputElement[]>;
  /** What the fields stand in. */
  readonly group: Group;
  /** The control that sends the form; null when only Enter does. */
  readonly submit: HTMLElement | null;
  /** Stable short codes of why; never text of the page. */
  readonly evidence: readonly string[];
}

/** A page, with the one form that decides what it is. */
export interface DetectedPage {
  readonly kind: PageKind;
  readonly form: DetectedForm | null;
  readonly evidence: readonly string[];
  /** The document and its open shadow roots, outer before inner. */
  readonly roots: readonly Root[];
}
