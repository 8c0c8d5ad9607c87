import type { Child } from "./element.js";

/** What one place of the page shows. */
export interface View {
  /** For the tab and for whoever hears the page: where one is. */
  readonly title: string;
  readonly content: readonly Child[];
  /** Whether something was typed that would be lost. */
  readonly unsaved?: () => boolean;
  /** Called when another view takes its place. */
  readonly left?: () => void;
}
