import { type Child, element } from "../element.js";
import type { Verifying } from "../verifying.js";
import { callout } from "./callout.js";
import { seconds } from "./times.js";

/** The steps of a verification as they come, and its end. */
export class VerificationDisplay {
  readonly element: HTMLElement;
  readonly #verifying: Verifying;
  readonly #steps = element("ol", { class: "steps", "aria-live": "polite" });
  readonly #now = element("p", { class: "now" });
  readonly #end = element("div", { role: "status" });
  /** What can be done about how it ended. */
  readonly #ways = element("div", { class: "ways" });
  readonly #ended: () => void;
  readonly #news = () => this.#show();
  #ticking: ReturnType<typeof setInterval> | undefined;

  /** `ended` is called when it ends while it is shown. */
  constructor(verifying: Verifying, ended: () => void) {
    this.#verifying = verifying;
    this.#ended = ended;
    this.element = element("div", { class: "verification" }, this.#steps, this.#now, this.#end);
    verifying.addEventListener("news", this.#news);
    this.#ticking = setInterval(() => this.#tick(), 100);
    this.#show();
  }

  /** Stops looking; the verification goes on. */
  left(): void {
    this.#verifying.removeEventListener("news", this.#news);
    clearInterval(this.#ticking);
  }

  /** Says in its end what can be done about it; false when it did not end badly, so that there is no place for it. */
  advise(ways: readonly Child[]): boolean {
    const { end } = this.#verifying;
    if (!end || end.works) return false;
    this.#ways.replaceChildren(...ways.filter((child) => child !== null));
    return true;
  }

  #show(): void {
    const { steps, end, failure, picture } = this.#verifying;
    // Only what is new: whoever hears the page hears each step once.
    this.#steps.append(
      ...steps
        .slice(this.#steps.childElementCount)
        .map(({ sentence, milliseconds }) =>
          element(
            "li",
            {},
            element("span", {}, capital(sentence)),
            element("span", { class: "time" }, seconds(milliseconds)),
          ),
        ),
    );
    this.#tick();
    if (!end && failure === null) return;
    this.left();
    this.#now.hidden = true;
    if (!end) {
      this.#end.replaceChildren(callout("bad", failure));
      return;
    }
    const children: Child[] = [
      callout(
        end.works ? "good" : "bad",
        end.works ? null : element("strong", {}, "It does not work. "),
        `${end.sentence} `,
        element("span", { class: "time" }, `After ${seconds(end.milliseconds)}.`),
        this.#ways,
      ),
    ];
    if (end.clockDoubt) children.push(callout("doubtful", end.clockDoubt));
    if (end.reflected.length > 0) {
      children.push(
        callout(
          "doubtful",
          `The site stores the password, the authenticator key or a code in ${end.reflected.join(", ")}. That is never handed over.`,
        ),
      );
    }
    if (picture) {
      children.push(
        element(
          "figure",
          {},
          element("img", { src: picture, alt: "The last page that the vault saw when it signed in" }),
          element("figcaption", {}, "The last page that the vault saw. What its fields held is not in the picture."),
        ),
      );
    }
    this.#end.replaceChildren(...children.filter((child) => child !== null));
    this.#ended();
  }

  #tick(): void {
    this.#now.textContent = `${this.#verifying.steps.length === 0 ? "Starting" : "Working"} … ${seconds(performance.now() - this.#verifying.began)}`;
  }
}

/** The host's words as the beginning of a line. */
function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
