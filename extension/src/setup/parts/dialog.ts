import { button, element } from "../element.js";

/** A question that has to be answered before anything else. */
export interface Question {
  readonly title: string;
  readonly text: string;
  /** The answer that does it, named by what it does. */
  readonly yes: string;
  /** The answer that does nothing; the one that is focused. */
  readonly no: string;
}

/** Asks; Escape is no. */
export function ask({ title, text, yes, no }: Question): Promise<boolean> {
  return new Promise((answered) => {
    const cancel = button(no, { class: "quiet", autofocus: true }, () => dialog.close("no"));
    const confirm = button(yes, { class: "danger" }, () => dialog.close("yes"));
    const dialog = element(
      "dialog",
      { "aria-labelledby": "question-title", "aria-describedby": "question-text", class: "question" },
      element(
        "article",
        {},
        element("h2", { id: "question-title" }, title),
        element("p", { id: "question-text" }, text),
        element("div", { class: "actions" }, cancel, confirm),
      ),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      answered(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
