import type { TabState, Tabs } from "./tab-state.js";

/** One timer for all tabs, set to whatever is due next. An open sign-in keeps the worker awake for it. */
export class Reminder {
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `ring` is called for a tab when something of it is due. */
  constructor(
    private readonly tabs: Tabs,
    private readonly ring: (state: TabState) => void,
  ) {}

  /** Sets the timer again, after something changed. */
  set(): void {
    clearTimeout(this.#timer);
    const times = this.tabs.all().map(dueAt);
    const next = Math.min(...times);
    if (next === Number.POSITIVE_INFINITY) return;
    this.#timer = setTimeout(() => this.#wake(), Math.max(0, next - Date.now()));
  }

  #wake(): void {
    for (const state of this.tabs.all()) {
      if (dueAt(state) <= Date.now()) this.ring(state);
    }
  }
}

function dueAt({ due, signIn }: TabState): number {
  return Math.min(due?.at ?? Number.POSITIVE_INFINITY, signIn?.bound ?? Number.POSITIVE_INFINITY);
}
