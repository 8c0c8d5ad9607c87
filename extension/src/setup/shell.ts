import { element, set } from "./element.js";
import { hashOf, routeOf } from "./route.js";

/** What stands around every view: the name, the two places, and whose profile this is. */
export function shell(profile: string, main: HTMLElement): HTMLElement[] {
  const links = [
    element("a", { href: hashOf({ view: "list" }) }, "Credentials"),
    element("a", { href: hashOf({ view: "audit", credential: null }) }, "Audit"),
  ];
  const mark = () => {
    const audit = routeOf(location.hash).view === "audit";
    for (const [index, link] of links.entries()) set(link, { "aria-current": (index === 1) === audit ? "page" : null });
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
