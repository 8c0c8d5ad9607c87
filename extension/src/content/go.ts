import { Alarm } from "./pause.js";

const longestMilliseconds = 3_000;

/** Goes to an address by a GET of the page itself, when the page has finished what it does while it loads. */
export function goTo(address: string): void {
  const go = () => {
    removeEventListener("load", go);
    bound.clear();
    // To assign the address where the page already is would do nothing when it has a fragment.
    if (address === location.href) location.reload();
    else location.assign(address);
  };
  const bound = new Alarm(go);
  if (document.readyState === "complete") {
    go();
  } else {
    addEventListener("load", go);
    bound.set(longestMilliseconds);
  }
}
