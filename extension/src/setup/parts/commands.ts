import type { ListPlacesAnswer } from "../../protocol/places.js";

/** The command that starts a browser for the first of a credential's attachments that has a profile; null when none has. */
export function launchOf(
  attachments: readonly string[],
  { automations, commandLine }: ListPlacesAnswer,
): string | null {
  for (const attachment of attachments) {
    const name = attachment.replace(/^[a-z]+:/, "");
    if (attachment.startsWith("profile:")) return launch(commandLine, `--profile ${name}`);
    const [profile] = automations.find((automation) => automation.name === name)?.profiles ?? [];
    if (profile !== undefined) return launch(commandLine, `--profile ${profile} --automation ${name}`);
  }
  return null;
}

function launch(commandLine: string, options: string): string {
  return `${commandLine} launch ${options} --remote-debugging-port 9222`;
}

/** The command that registers a profile for an agent; its name and folder are examples, and no profile has the name yet. */
export function registering({ commandLine, profiles }: ListPlacesAnswer): string {
  const isTaken = (name: string) => profiles.some((profile) => profile.name === name);
  let name = "work";
  for (let number = 2; isTaken(name); number++) name = `work-${number}`;
  return `${commandLine} profile add ${name} --user-data-dir ~/agent-profiles/${name}`;
}
