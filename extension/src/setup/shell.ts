import { element, set } from "./element.js";
import { hashOf, routeOf } from "./route.js";

/** What stands around every view: the name, where one can go, and whose profile this is. */
export function shell(profile: string, main: HTMLElement): HTMLElement[] {
  const places = element("a", { href: hashOf({ view: "places" }) }, "Automations");
  const audit = element("a", { href: hashOf({ view: "audit", credential: null }) }, "Audit");
  const credentials = element("a", { href: hashOf({ view: "list" }) }, "Credentials");
  const links = [credentials, places, audit];
  const mark = () => {
    const { view } = routeOf(location.hash);
    const current = view === "places" ? places : view === "audit" ? audit : credentials;
    for (const link of links) set(link, { "aria-current": link === current ? "page" : null });
  };
  window.addEventListener("hashchange", mark);
  mark();
  return [
    element(
      "header",
      {},
      element(
        "nav",
        { "aria-label": "Places" },
        element(
          "ul",
          {},
          element(
            "li",
            {},
            element("img", { src: "icons/48.png", alt: "", width: 28, height: 28 }),
            element("strong", {}, "Credential Vault"),
          ),
        ),
        element("ul", {}, ...links.map((link) => element("li", {}, link))),
      ),
    ),
    main,
    element(
      "footer",
      {},
      element(
        "small",
        {},
        "Secrets are sealed in this page before they go to the vault. Nobody can read them back. Profile: ",
        element("span", { dir: "auto" }, profile),
        ".",
      ),
    ),
  ];
}
