// Runs in a world of its own in every frame, after detector.js. The page sees neither this nor what it is given.
// Once in a document, whoever looks at it: what listens to the page must not listen twice.
globalThis.credentialVaultPage ??= (() => {
  const {
    detect,
    foldedMenus,
    isAnswer,
    isMasked,
    isMoving,
    isName,
    judge,
    leadsTo,
    linkOf,
    mayBeName,
    placesOf,
    pressAll,
    pressMenu,
    sendsSafely,
    tickDeviceBox,
    wayIn,
    waysOn,
  } = globalThis.credentialVaultDetector;
  const fillable = new Set(["sign-in", "one-time-code"]);
  let submitted = false;
  let refused = false;
  let leaks = false;
  let holdsValues = false;
  const opened = new WeakSet();
  addEventListener("submit", () => (submitted = true), { capture: true });
  addEventListener("invalid", () => (refused = true), { capture: true });
  // Heard last: a page that sends by script has prevented the browser's own way by now. Values go by POST, to declared origins;
  // a button that leads to the form carries none, and may be a form of its own.
  let declared = [self.origin];
  addEventListener("submit", (event) => {
    if (!holdsValues || sendsSafely(event, declared)) return;
    event.preventDefault();
    leaks = true;
    submitted = false;
  });

  const formToFill = () => {
    const { form } = detect(document);
    return form !== null && fillable.has(form.kind) ? form : null;
  };

  const elementsOf = (form, field) => placesOf(form, [field]).get(field) ?? [];

  const digitsOf = (text) => text.replace(/[\s-]/g, "");

  const valueOf = (field, elements) => {
    const value = elements.map((element) => element.value).join("");
    return field === "one-time-code" ? digitsOf(value) : value;
  };

  const isFixed = (element) => element.readOnly || element.matches(":disabled");

  const holds = (field, element, text) =>
    field !== "username"
      ? valueOf(field, [element]) === text
      : isFixed(element)
        ? mayBeName(element.value, text)
        : isName(element.value, text);

  const takes = (field, element) =>
    element.isConnected &&
    !element.readOnly &&
    !element.matches(":disabled") &&
    (field === "password" ? isMasked(element) : element.type !== "hidden" && element.type !== "search");

  const hasFocus = (element) => element.getRootNode().activeElement === element;

  // The event of a key without saying which one: pages count them. What is typed comes with the trusted input event.
  const key = (element, type) =>
    element.dispatchEvent(new KeyboardEvent(type, { key: "Unidentified", bubbles: true, composed: true }));

  const put = (field, element, text) => {
    element.focus({ preventScroll: true });
    // Some pages keep a field read-only until it is focused.
    if (!takes(field, element)) return "gone";
    key(element, "keydown");
    element.select();
    if (!hasFocus(element)) return "focus-lost";
    holdsValues = true;
    document.execCommand("insertText", false, text);
    key(element, "keyup");
    return holds(field, element, text) ? "typed" : "not-taken";
  };

  // What only people can do. Badges of checks that ask nothing of anybody stand on many pages.
  const challenge = /captcha|turnstile|challenges\.cloudflare|arkoselabs|geetest/i;
  const asksForPerson = () =>
    [...document.querySelectorAll("iframe, img, [class*=captcha i], .cf-turnstile")].some((element) => {
      const { width, height } = element.getBoundingClientRect();
      const named = [element.src, element.title, element.alt, element.className].some((text) => typeof text === "string" && challenge.test(text));
      const isBadge = element.closest(".grecaptcha-badge") !== null || /[?&]size=invisible/.test(element.src ?? "");
      return named && !isBadge && width > 30 && height > 20 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    });

  const describe = (element) => {
    const tag = element.localName;
    const attributes = ["type", "name", "id", "autocomplete"]
      .filter((name) => element.getAttribute(name))
      .map((name) => ` ${name}="${element.getAttribute(name).slice(0, 60)}"`);
    const said = element.labels?.[0]?.textContent ?? element.ariaLabel ?? element.placeholder ?? element.textContent;
    const shown = element.matches("input[type=submit],input[type=button]") ? element.value : said;
    const words = (shown ?? "").trim().replace(/\s+/g, " ").slice(0, 60);
    return `<${tag}${attributes.join("")}>${words === "" ? "" : ` "${words}"`}`;
  };

  const follow = (elements) => {
    // There is one page only.
    for (const element of elements) linkOf(element)?.removeAttribute("target");
    pressAll(elements);
  };

  const opensWindow = (target) =>
    target?.toLowerCase() === "_blank" ||
    (/^[^_]/.test(target ?? "") && document.querySelector(`iframe[name="${CSS.escape(target)}"]`) === null);

  const isReady = ({ submit }) => submit === null || !(submit.matches(":disabled") || submit.ariaDisabled === "true");

  return {
    /** How the document looks now. */
    look() {
      const page = detect(document);
      const { verdict, evidence } = judge(page, document);
      const { kind, form } = page;
      const [navigation] = performance.getEntriesByType("navigation");
      return {
        origin: self.origin,
        // Applications that never leave their document keep their place behind the hash.
        path: location.pathname + (location.hash.startsWith("#/") ? location.hash : ""),
        ancestors: [...location.ancestorOrigins],
        verdict,
        kind,
        fields: fillable.has(kind) && form !== null ? [...form.fields.keys()] : [],
        evidence: [...evidence],
        asksForPerson: asksForPerson(),
        active: !document.prerendering,
        parsed: document.readyState === "complete" || (navigation?.domContentLoadedEventEnd ?? 1) > 0,
        loaded: document.readyState === "complete",
        moving: fillable.has(kind) && form !== null && isMoving(form),
      };
    },

    isAnswer: () => isAnswer(document),

    /** How the document is read, with the elements in words. */
    explain() {
      const page = detect(document);
      const { verdict, evidence } = judge(page, document);
      const fields = [...(page.form?.fields ?? [])].flatMap(([name, elements]) =>
        elements.map((element) => ({ name, element: describe(element) })),
      );
      const ways = [...waysOn(document, page)].map(([name, elements]) => ({ name, element: describe(elements[0]) }));
      const submit = page.form?.submit ? describe(page.form.submit) : null;
      return { address: location.href.split(/[?#]/)[0], verdict, kind: page.kind, fields, submit, ways, evidence: [...evidence] };
    },

    /** Presses what leads to the sign-in form, unless it is a link to another origin that is not among these. */
    goIn(origin, ...origins) {
      const way = wayIn(document);
      if (way === null || self.origin !== origin) return "none";
      if (way === "several") return "several";
      if (!leadsTo(way, [origin, ...origins])) return "foreign";
      follow([way]);
      return "gone-in";
    },

    /** Opens the next menu that is folded away, each once. */
    openMenu(origin) {
      const menu = foldedMenus(document).find((element) => !opened.has(element));
      if (menu === undefined || self.origin !== origin) return "none";
      opened.add(menu);
      pressMenu(menu);
      return "opened";
    },

    /** The whole address. */
    address() {
      return location.href;
    },

    /** Those of the fields that the form has a place for. */
    placed(...fields) {
      const form = formToFill();
      return form === null ? [] : [...placesOf(form, fields).keys()];
    },

    /** Presses a way on, see `ways-on.ts`, unless it is a link to an origin that is not among these; `name` is the account's. */
    press(origin, way, name, ...origins) {
      const elements = waysOn(document, detect(document), name).get(way) ?? [];
      if (self.origin !== origin || elements.length === 0) return "gone";
      if (!elements.every((element) => leadsTo(element, origins))) return "foreign";
      follow(elements);
      return "pressed";
    },

    /** Ticks the box by which the site is to know this browser again, where the form has one. */
    rememberDevice(origin) {
      if (self.origin !== origin) return "foreign";
      const form = formToFill();
      if (form === null) return "gone";
      return tickDeviceBox(form) ? "ticked" : "none";
    },

    /** Types a value into the field that is there now, in one task with the checks that it is the right one. */
    type(origin, field, text) {
      if (self.origin !== origin) return "foreign";
      submitted = false;
      const form = formToFill();
      const elements = form === null ? [] : elementsOf(form, field);
      const parts = elements.length > 1 ? [...text] : [text];
      if (elements.length === 0 || parts.length !== elements.length) return "gone";
      // A user name given on the page before may stand here, not to be changed.
      if (field === "username" && holds(field, elements[0], text)) return "typed";
      for (const [index, element] of elements.entries()) {
        const how = put(field, element, parts[index]);
        if (how !== "typed") return how;
      }
      elements.at(-1).dispatchEvent(new Event("change", { bubbles: true }));
      return "typed";
    },

    /**
     * Submits, if the fields still hold as much as was typed; lengths are in UTF-16 units, as "field=length". Origins, with
     * spaces between, are where the form may go.
     */
    submit(origin, origins, ...lengths) {
      if (self.origin !== origin) return "foreign";
      declared = origins.split(" ");
      if (submitted) return "submitted";
      // Some pages ask for the password as soon as they have the name and its field is left.
      const nameAlone = lengths.length === 1 && lengths[0].startsWith("username=");
      if (nameAlone) elementsOf(formToFill() ?? { fields: new Map() }, "username").at(-1)?.blur();
      const form = formToFill();
      if (form === null || (nameAlone && form.fields.has("password"))) return "gone";
      let last = null;
      for (const [field, length] of lengths.map((text) => text.split("="))) {
        const elements = elementsOf(form, field);
        if (elements.length === 0 || (length !== "" && valueOf(field, elements).length !== Number(length))) return "gone";
        last = elements.at(-1);
      }
      if (!isReady(form)) return "not-ready";
      refused = false;
      // There is one page only, and what another sends could not be held.
      if (opensWindow(last.form?.getAttribute("target"))) last.form.removeAttribute("target");
      if (opensWindow(form.submit?.getAttribute("formtarget"))) form.submit.removeAttribute("formtarget");
      if (form.submit !== null) {
        leaks = false;
        form.submit.click();
        // A form that would be sent in the open may be one whose script has not come yet.
        if (leaks) return "not-ready";
        return refused ? "refused" : "submitted";
      }
      last.focus({ preventScroll: true });
      return hasFocus(last) ? "press-enter" : "focus-lost";
    },
  };
})();
