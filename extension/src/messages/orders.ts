import type { ValueName } from "../detector/index.js";
import type { Pressed } from "../detector/ways-on.js";

/** A value to be typed. `value` is emptied as soon as it is in the page. */
export interface OpenedValue {
  readonly field: ValueName;
  value: string;
}

/** Worker to one document: type these values, submit, wipe. Answered by `FillResult`. */
export interface FillOrder {
  readonly type: "fill";
  readonly values: readonly OpenedValue[];
  /** False: the page is only given the chance to submit by itself. */
  readonly submit: boolean;
  /** Whether a box by which the site is to know this browser again is ticked with them. */
  readonly rememberDevice: boolean;
}

/**
 * `filled`: typed and submitted. `typed`: typed, and nothing is known to have been submitted. `not-filled`: nothing was
 * submitted. In each case nothing is left in the page.
 */
export type FillResult = "filled" | "typed" | "not-filled";

/** Worker to one document: which of these fields has the form a place for? Answered by them. */
export interface PlacesOrder {
  readonly type: "places";
  readonly fields: readonly ValueName[];
}

/** Worker to the top document: is it an answer, and no error nor empty? Answered by a boolean. */
export interface AnswerOrder {
  readonly type: "answer";
}

/** Worker to one document: does its origin keep anything in this browser, cookies left out? Answered by a boolean. */
export interface KeepsOrder {
  readonly type: "keeps";
}

/** Worker to one document: press what leads on. */
export interface PressOrder {
  readonly type: "press";
  readonly way: Pressed;
  /** The account's name, with `account`. */
  readonly account: string;
}

/** Worker to the top document: what the status element says; null takes it away. */
export interface StatusOrder {
  readonly type: "status";
  readonly text: string | null;
  /** After how long it goes by itself; null: it stays. */
  readonly milliseconds: number | null;
}

/** Worker to the top document: go to this address, by GET. */
export interface GoOrder {
  readonly type: "go";
  readonly address: string;
}

/** Worker to the top document: how does this browser present itself? Answered by `Presentation` or null. */
export interface PresentOrder {
  readonly type: "present";
}

/** What the worker tells a content script. */
export type Order =
  | FillOrder
  | PlacesOrder
  | AnswerOrder
  | KeepsOrder
  | PressOrder
  | StatusOrder
  | GoOrder
  | PresentOrder;
