import type { VerificationEnd, VerificationStep } from "../protocol/verification.js";
import { host, sentenceOf } from "./host.js";

/** A verification under way. It goes on while the owner looks at something else in the page. */
export class Verifying extends EventTarget {
  /** Milliseconds of `performance.now()`. */
  readonly began = performance.now();
  #steps: readonly VerificationStep[] = [];
  #end: VerificationEnd | null = null;
  #failure: string | null = null;
  #picture: string | null = null;

  private constructor(readonly credential: string) {
    super();
  }

  /** The latest one of this credential, running or ended; null when there was none since the page was opened. */
  static of(credential: string): Verifying | null {
    return latest?.credential === credential ? latest : null;
  }

  /** Begins one. */
  static begin(credential: string): Verifying {
    latest = new Verifying(credential);
    void latest.#run();
    return latest;
  }

  /** Whether one goes on. It ends with the page. */
  static get isUnderWay(): boolean {
    return latest !== null && !latest.hasEnded;
  }

  /** Whether nothing more will come of it. */
  get hasEnded(): boolean {
    return this.#end !== null || this.#failure !== null;
  }

  get steps(): readonly VerificationStep[] {
    return this.#steps;
  }

  /** How it ended; null while it goes on, and when it could not be made. */
  get end(): VerificationEnd | null {
    return this.#end;
  }

  /** Why it could not be made, or null. */
  get failure(): string | null {
    return this.#failure;
  }

  /** Address of a JPEG of the last page, or null. */
  get picture(): string | null {
    return this.#picture;
  }

  async #run(): Promise<void> {
    try {
      const { verification } = await host.ask("verify-credential", { credential: this.credential });
      while (!this.#end) {
        const { steps, ended } = await host.ask("verification", { verification, steps: this.#steps.length });
        this.#steps = steps;
        if (ended && ended.pictureParts > 0) this.#picture = await pictureOf(verification, ended.pictureParts);
        this.#end = ended;
        this.dispatchEvent(new Event("news"));
      }
    } catch (error) {
      this.#failure = sentenceOf(error);
      this.dispatchEvent(new Event("news"));
    }
  }
}

let latest: Verifying | null = null;

async function pictureOf(verification: string, parts: number): Promise<string | null> {
  let text = "";
  try {
    for (let part = 0; part < parts; part++)
      text += (await host.ask("verification-picture", { verification, part })).text;
    return `data:image/jpeg;base64,${text}`;
  } catch (error) {
    // What was found out counts more than its picture.
    sentenceOf(error);
    return null;
  }
}
