import type { VerificationEnd } from "../../protocol/verification.js";
import { type Child, element } from "../element.js";
import type { Verifying } from "../verifying.js";
import { callout } from "./callout.js";
import { sentenceText } from "./site-text.js";
import { seconds } from "./times.js";
import { VerificationStepRow } from "./verification-step.js";

/** The steps of a verification as they come, and its end. */
export class VerificationDisplay {
  readonly element: HTMLElement;
  readonly #verifying: Verifying;
  readonly #rows: VerificationStepRow[] = [];
  readonly #steps = element("ol", { class: "steps" });
  readonly #now = element("p", { class: "now" }, "Starting …");
  /** For whoever hears the page: each step once, without the time that passes. */
  readonly #heard = element("p", { class: "heard", role: "status" });
  readonly #end = element("div", {});
  /** What can be done about how it ended. */
  readonly #ways = element("div", { class: "ways" });
  readonly #ended: () => void;
  readonly #news = () => this.#show();
  #ticking: ReturnType<typeof setInterval> | undefined;

  /** `ended` is called when it ends while it is shown. */
  constructor(verifying: Verifying, ended: () => void) {
    this.#verifying = verifying;
    this.#ended = ended;
    this.element = element("div", { class: "verification" }, this.#steps, this.#now, this.#heard, this.#end);
    verifying.addEventListener("news", this.#news);
    this.#ticking = setInterval(() => this.#rows.at(-1)?.tick(), 100);
    this.#show();
  }

  /** Stops looking; the verification goes on. */
  left(): void {
    this.#verifying.removeEventListener("news", this.#news);
    clearInterval(this.#ticking);
  }

  /** Says in its end what can be done about it; false when it did not end badly, so that there is no place for it. */
  advise(ways: (end: VerificationEnd) => readonly Child[]): boolean {
    const { end } = this.#verifying;
    if (!end || end.works) return false;
    this.#ways.replaceChildren(...ways(end).filter((child) => child !== null));
    return true;
  }

  #show(): void {
    const { steps, end, failure } = this.#verifying;
    for (const { sentence } of steps.slice(this.#rows.length)) {
      const row = new VerificationStepRow(sentence);
      this.#rows.push(row);
      this.#steps.append(row.element);
      this.#heard.textContent = sentence;
    }
    for (const [index, step] of steps.entries()) this.#rows[index]?.show(step, end?.sentence ?? null);
    this.#now.hidden = steps.length > 0 || end !== null || failure !== null;
    if (!end && failure === null) return;
    this.left();
    if (failure !== null) this.#rows.at(-1)?.show({ state: "failed", milliseconds: null }, null);
    this.#end.replaceChildren(...this.#ending().filter((child) => child !== null));
    if (end) this.#ended();
    // How it ended counts more than the steps to it.
    this.#end.firstElementChild?.scrollIntoView({ block: "nearest" });
  }

  #ending(): readonly Child[] {
    const { steps, end, failure, picture } = this.#verifying;
    if (!end) return [callout("bad", failure)];
    const told = end.works
      ? callout(
          "good",
          ...sentenceText(end.sentence),
          " ",
          element("span", { class: "time" }, `(${seconds(end.milliseconds)} in all)`),
        )
      : callout(
          "bad",
          element("strong", {}, "It does not work. "),
          // Where a step failed, why stands there.
          ...(steps.at(-1)?.state === "failed" ? [] : sentenceText(end.sentence)),
          this.#ways,
        );
    return [
      told,
      end.remarks.length > 0 ? callout("plain", end.remarks.join(" ")) : null,
      // Of a rejected code it is said above, with what can be done.
      end.clockDoubt && end.code !== "code-rejected" ? callout("doubtful", end.clockDoubt) : null,
      end.reflected.length > 0
        ? callout(
            "doubtful",
            `The site stores the password, the authenticator key or a code in ${end.reflected.join(", ")}. That is never handed over.`,
          )
        : null,
      picture
        ? element(
            "figure",
            {},
            element("img", { src: picture, alt: "The last page that the vault saw when it signed in" }),
            element("figcaption", {}, "The last page that the vault saw. Its fields are blanked out."),
          )
        : null,
    ];
  }
}
