namespace CredentialVault.Testing.FullPower;

/// <summary>What is run in pages and in the extension's worker. Each script passes on what it sees and changes nothing.</summary>
internal static class Hooks
{
    /// <summary>The function that scripts tell through.</summary>
    public const string Binding = "tellTheAgent";

    /// <summary>In every world of every document, the extension's own included.</summary>
    public const string Page = """
        (() => {
          if (globalThis.hookedByTheAgent || typeof HTMLInputElement === "undefined") return;
          Object.defineProperty(globalThis, "hookedByTheAgent", { value: true });
          const tell = (...what) => { try { tellTheAgent(JSON.stringify(what)); } catch {} };
          const text = body => body instanceof FormData ? JSON.stringify([...body]) : ArrayBuffer.isView(body) || body instanceof ArrayBuffer ? new TextDecoder().decode(body) : String(body);
          const wrap = (owner, name, see) => {
            const original = owner?.[name];
            if (typeof original !== "function") return;
            owner[name] = function (...values) { try { see.call(this, ...values); } catch {} return new.target ? Reflect.construct(original, values, new.target) : Reflect.apply(original, this, values); };
          };
          for (const type of [HTMLInputElement, HTMLTextAreaElement]) {
            const value = Object.getOwnPropertyDescriptor(type.prototype, "value");
            Object.defineProperty(type.prototype, "value", { ...value, set(given) { tell("set", given); value.set.call(this, given); } });
          }
          const setAttribute = Element.prototype.setAttribute;
          Element.prototype.setAttribute = function (name, given) { tell("attribute", name, given); return setAttribute.call(this, name, given); };
          wrap(Document.prototype, "execCommand", (...values) => tell("execCommand", ...values));
          wrap(globalThis, "fetch", (input, init) => tell("fetch", String(input?.url ?? input), text(init?.body)));
          wrap(XMLHttpRequest.prototype, "send", body => tell("xhr", text(body)));
          wrap(Navigator.prototype, "sendBeacon", (to, body) => tell("beacon", to, text(body)));
          wrap(WebSocket.prototype, "send", body => tell("socket", text(body)));
          wrap(Storage.prototype, "setItem", (key, value) => tell("storage", key, value));
          const fields = form => [...form.elements].map(field => [field.name, field.value]);
          wrap(HTMLFormElement.prototype, "submit", function () { tell("submit()", fields(this)); });
          const target = event => event.composedPath()[0];
          for (const type of ["beforeinput", "input", "change", "keydown", "keyup", "paste", "focusout"])
            addEventListener(type, event => tell(type, event.key, event.data, target(event)?.value), true);
          addEventListener("submit", event => tell("submit", fields(target(event))), true);
          addEventListener("formdata", event => tell("formdata", [...event.formData]), true);
          addEventListener("message", event => tell("message", event.data), true);
        })()
        """;

    /// <summary>In the extension's worker. Its own functions are called before they are told of.</summary>
    public const string Worker = """
        (() => {
          const runtime = globalThis.chrome?.runtime;
          if (globalThis.hookedByTheAgent || !runtime?.connectNative) return;
          Object.defineProperty(globalThis, "hookedByTheAgent", { value: true });
          const tell = (...what) => { try { tellTheAgent(JSON.stringify(what)); } catch {} };
          const after = (owner, name, see) => {
            const original = owner?.[name];
            if (typeof original !== "function") return;
            try { owner[name] = function (...values) { const result = original.apply(owner === crypto.subtle ? crypto.subtle : this, values); try { see(result, ...values); } catch {} return result; }; } catch {}
          };
          after(runtime, "connectNative", port => {
            after(port, "postMessage", (_, message) => tell("to the host", message));
            port.onMessage.addListener(message => { tell("from the host", message); });
          });
          after(crypto.subtle, "decrypt", result => result.then(clear => tell("decrypted", new TextDecoder().decode(clear)), () => {}));
          after(crypto.subtle, "deriveBits", result => result.then(bits => tell("derived", [...new Uint8Array(bits)]), () => {}));
          after(chrome.tabs, "sendMessage", (_, tab, message) => tell("to a page", message));
          after(chrome.cookies, "set", (_, cookie) => tell("cookie", cookie));
          runtime.onMessage.addListener(message => { tell("from a page", message); });
        })()
        """;

    /// <summary>Gives what a page shows and keeps, in one text.</summary>
    public const string PagePoll = """
        (() => {
          const values = root => [...root.querySelectorAll("*")].flatMap(element => [
            ...("value" in element ? [[element.name, element.value]] : []),
            ...(element.shadowRoot ? values(element.shadowRoot) : []),
          ]);
          const kept = store => { try { return { ...globalThis[store] }; } catch { return null; } };
          let cookie = null;
          try { cookie = document.cookie; } catch {}
          return typeof document === "undefined" ? "" : JSON.stringify([location.href, values(document), document.activeElement?.outerHTML, cookie, kept("localStorage"), kept("sessionStorage"), history.state]);
        })()
        """;

    /// <summary>Gives what the extension keeps, in one text.</summary>
    public const string WorkerPoll = """
        (async () => {
          const chrome = globalThis.chrome;
          const shown = name => { try { return [name, typeof globalThis[name] === "function" ? String(globalThis[name]) : JSON.stringify(globalThis[name])]; } catch { return [name]; } };
          return JSON.stringify([
            Object.getOwnPropertyNames(globalThis).filter(name => !/^[A-Z]/.test(name)).map(shown),
            await chrome?.storage?.session?.get(), await chrome?.storage?.local?.get(), await chrome?.cookies?.getAll({}),
          ]);
        })()
        """;
}
