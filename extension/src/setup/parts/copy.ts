import { button, element } from "../element.js";

const thanksMilliseconds = 2000;

/** A button that copies a text which is no secret, or one that is over in seconds. */
export function copyButton(name: string, text: () => string): HTMLButtonElement {
  let back: ReturnType<typeof setTimeout> | undefined;
  const made = button("Copy", { class: "quiet copy", "aria-label": name }, () => {
    void navigator.clipboard.writeText(text()).then(() => {
      made.textContent = "Copied";
      made.setAttribute("aria-label", "Copied");
      clearTimeout(back);
      back = setTimeout(() => {
        made.textContent = "Copy";
        made.setAttribute("aria-label", name);
      }, thanksMilliseconds);
    });
  });
  return made;
}

/** A command to be pasted into a terminal. */
export function command(text: string): HTMLElement {
  const line = document.createElement("p");
  line.className = "command";
  const code = document.createElement("code");
  // A word breaks only where it is longer than a line, not at the dashes in it.
  for (const [index, word] of text.split(" ").entries()) {
    if (index > 0) code.append(" ");
    code.append(element("span", {}, word));
  }
  line.append(
    code,
    copyButton(`Copy: ${text}`, () => text),
  );
  return line;
}
