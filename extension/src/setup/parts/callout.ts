import { type Child, element } from "../element.js";

/** How a callout is meant. */
export type Tone = "good" | "bad" | "doubtful" | "plain";

/** A sentence or two that stand out, with what can be done about it. Whoever hears the page is told when it appears. */
export function callout(tone: Tone, ...children: readonly Child[]): HTMLElement {
  return element("div", { class: `callout ${tone}`, role: tone === "bad" ? "alert" : "status" }, ...children);
}
