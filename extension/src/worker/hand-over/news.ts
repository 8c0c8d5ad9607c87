import type { Next } from "../../protocol/next.js";
import type { HostConnection } from "../connection.js";

/** Called with what the host says, or throws, about a sign-in. */
type Heard = (news: () => Next) => void;

/** Asks the host for news of sign-ins in its own browser, once at a time for each, while the tabs go on. */
export class SessionNews {
  readonly #asked = new Set<string>();

  constructor(private readonly host: HostConnection) {}

  /** Asks, unless it is asked already. */
  ask(signIn: string, heard: Heard): void {
    if (this.#asked.has(signIn)) return;
    this.#asked.add(signIn);
    void this.host
      .ask("session", { signIn })
      .finally(() => this.#asked.delete(signIn))
      .then(
        ({ next }) => heard(() => next),
        (error: unknown) =>
          heard(() => {
            throw error;
          }),
      );
  }
}
