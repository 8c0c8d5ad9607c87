import { ownMark } from "../detector/shown-text.js";

/** Whether a node is the status element or a part of it. */
export function isStatus(node: Node): boolean {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest(`[${ownMark}]`) != null;
}

/** A sentence in a corner of the page, for whoever reads the page. It informs and never asks for anything. */
export class StatusElement {
  #element: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Shows the sentence, for so many milliseconds or until it is taken away; null takes it away. */
  show(text: string | null, milliseconds: number | null): void {
    clearTimeout(this.#timer);
    if (text === null) {
      this.#element?.remove();
      this.#element = null;
      return;
    }
    this.#element ??= create();
    this.keep();
    // Set when it is in the page already, so that a screen reader announces it.
    if (this.#element.textContent !== text) this.#element.textContent = text;
    if (milliseconds !== null) this.#timer = setTimeout(() => this.show(null, null), milliseconds);
  }

  /** Puts it back where a page that renders itself anew has dropped it. */
  keep(): void {
    // In the body, since some tools that read a page for an agent begin there.
    if (this.#element && !this.#element.isConnected) document.body?.append(this.#element);
  }
}

function create(): HTMLElement {
  const element = document.createElement("div");
  element.setAttribute("role", "status");
  element.setAttribute(ownMark, "");
  // Through the style object: a page's content security policy does not stop that.
  Object.assign(element.style, {
    all: "initial",
    position: "fixed",
    right: "16px",
    bottom: "16px",
    zIndex: "2147483647",
    maxWidth: "min(360px, calc(100vw - 32px))",
    boxSizing: "border-box",
    padding: "10px 14px",
    border: "1px solid light-dark(#c4cad4, #4a5361)",
    borderRadius: "8px",
    boxShadow: "0 2px 10px rgb(0 0 0 / 18%)",
    colorScheme: "light dark",
    background: "light-dark(#ffffff, #20252d)",
    color: "light-dark(#1c222b, #eef1f5)",
    font: "14px/1.45 system-ui, sans-serif",
    pointerEvents: "none",
  });
  return element;
}
