import { element } from "../element.js";
import type { View } from "../view.js";

/** All that an agent's profile gets to see. The host would refuse everything else as well. */
export function agentView(): View {
  return {
    title: "Credential Vault",
    content: [
      element(
        "h1",
        { class: "agent" },
        "This profile belongs to an agent: credentials are set up in the owner's profile.",
      ),
    ],
  };
}
