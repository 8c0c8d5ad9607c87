import type { Child } from "./element.js";

/** What one place of the page shows. */
export interface View {
  /** For the tab and for whoever hears the page: where one is. */
  readonly title: string;
  readonly content: readonly Child[];
  /** Brings what one came for into view and goes there, where that is not the top. */
  readonly start?: () => void;
  /** Whether something was typed that would be lost by going elsewhere. */
  readonly unsaved?: () => boolean;
  /** What is lost by going elsewhere and cannot be had again; null: nothing but what was typed. */
  readonly lost?: () => string | null;
  /** What was done there already, and is not lost by going elsewhere; null: nothing. */
  readonly stays?: () => string | null;
  /** Called when another view takes its place. */
  readonly left?: () => void;
}
