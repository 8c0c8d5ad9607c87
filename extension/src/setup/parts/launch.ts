import type { ListPlacesAnswer } from "../../protocol/places.js";

/** The command that starts a browser for the first of a credential's attachments that has a profile; null when none has. */
export function launchOf(attachments: readonly string[], { automations }: ListPlacesAnswer): string | null {
  for (const attachment of attachments) {
    const name = attachment.replace(/^[a-z]+:/, "");
    if (attachment.startsWith("profile:")) return launch(`--profile ${name}`);
    const [profile] = automations.find((automation) => automation.name === name)?.profiles ?? [];
    if (profile !== undefined) return launch(`--profile ${profile} --automation ${name}`);
  }
  return null;
}

function launch(options: string): string {
  return `credential-vault launch ${options} --remote-debugging-port 9222`;
}
