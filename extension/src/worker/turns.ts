/** Lets the events of one tab be handled one after the other, in the order in which they came. */
export class Turns {
  readonly #last = new Map<number, Promise<void>>();

  /** Runs `task` when all earlier ones of this tab are done. A task that fails does not hold up the next. */
  take(tab: number, task: () => Promise<void>): Promise<void> {
    const turn = (this.#last.get(tab) ?? Promise.resolve()).then(task);
    const done = turn.catch(() => undefined);
    this.#last.set(tab, done);
    void done.then(() => {
      if (this.#last.get(tab) === done) this.#last.delete(tab);
    });
    return turn;
  }
}
