/** A username as it stands in lists: enough to tell two accounts apart, not enough to be read over a shoulder. */
export function masked(username: string): string {
  const at = username.lastIndexOf("@");
  const name = [...(at > 0 ? username.slice(0, at) : username)];
  const shown = name.length > 3 ? 2 : name.length > 1 ? 1 : 0;
  return `${name.slice(0, shown).join("")}•••${at > 0 ? username.slice(at) : ""}`;
}
