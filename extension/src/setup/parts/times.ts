const full = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
const minute = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });

/** A time in the owner's own way of writing, by the day where it is not today. */
export function shortTime(iso: string): HTMLTimeElement {
  const at = new Date(iso);
  const text = at.toDateString() === new Date().toDateString() ? `today, ${minute.format(at)}` : day.format(at);
  return time(iso, text, full.format(at));
}

/** A time to the second, as text. */
export function fullTime(iso: string): string {
  return full.format(new Date(iso));
}

/** A time to the second. */
export function longTime(iso: string): HTMLTimeElement {
  return time(iso, fullTime(iso), null);
}

/** How long something took. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)}\u00a0s`;
}

function time(iso: string, text: string, title: string | null): HTMLTimeElement {
  const made = document.createElement("time");
  made.dateTime = iso;
  made.textContent = text;
  if (title) made.title = title;
  return made;
}
