import { element } from "../element.js";
import { command } from "../parts/copy.js";
import type { View } from "../view.js";

/** What to do when this browser reaches no vault; `why` is what was heard, if anything. */
export function notConnectedView(why: string | null): View {
  return {
    title: "Not connected",
    content: [
      element("h1", { tabindex: -1 }, "This browser is not connected to a vault"),
      why ? element("p", {}, why) : null,
      element("p", {}, "Close this window and run, in a terminal:"),
      command("credential-vault setup"),
      element(
        "p",
        {},
        "If there is no vault yet, it makes one, and shows its recovery key, once, to be kept away from this machine. Then it opens this page again, in a browser profile of yours that is connected.",
      ),
      element(
        "p",
        {},
        element(
          "small",
          {},
          "If the terminal does not know the command, install it first: ",
          element("code", {}, "eng/build.sh && artifacts/bin/credential-vault install"),
        ),
      ),
    ],
  };
}
