using System.Text.Json;

namespace CredentialVault.BrowserTests.Worlds;

/// <summary>What a program got that spoke as the extension.</summary>
/// <param name="Session">The session's text.</param>
/// <param name="Fills">Types of the answers to its asking for values.</param>
/// <param name="Listing">Code of the refusal to list credentials.</param>
public sealed record ForgedAnswers(string Session, IReadOnlyList<string> Fills, string Listing);

/// <summary>A sign-in that is asked for in the extension's worker, by its own native port, in the extension's own words.</summary>
public static class ForgedSignIn
{
    /// <summary>The script; it asks for values before the sign-in, while it goes on, when the session is offered and after it.</summary>
    /// <param name="origin">The site's origin.</param>
    public static string Script(string origin) => $$"""
        (async () => {
          const port = chrome.runtime.connectNative("com.credentialvault.host");
          const answered = new Map();
          port.onMessage.addListener(message => answered.get(message.id)(message));
          let last = 0;
          const ask = (type, body) => new Promise(answer => {
            answered.set(++last, answer);
            port.postMessage({ version: 1, id: last, type, body });
          });
          const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", (await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"])).publicKey);
          const page = { tab: 1, frame: 0, document: "D", lifecycle: "active", origin: "{{origin}}", ancestors: [] };
          const seen = { verdict: "signed-out", kind: "sign-in", fields: ["username", "password"], evidence: [] };
          const fills = [];
          let signIn = "made-up";
          const askForValues = async () => {
            for (const field of ["password", "one-time-code", "totp-seed"]) fills.push((await ask("fill", { signIn, page, fields: [field], key: { kty, crv, x, y } })).type);
          };

          await ask("hello", { extension: "0.1.0", browser: "Chromium" });
          await askForValues();
          const begun = await ask("sign-in", { page, seen, wanted: null, afterWait: false, presentation: null });
          signIn = begun.body.signIn;
          await askForValues();
          let { next } = begun.body;
          while (next.do === "session") ({ next } = (await ask("session", { signIn })).body);
          await askForValues();
          let session = "";
          for (let part = 0; part < next.parts; part++) session += (await ask("session-part", { signIn, part })).body.text;
          const event = "handed-over";
          await ask("report", { signIn, page, seen: { verdict: "signed-in", kind: "other", fields: [], evidence: [] }, event, submission: null });
          await askForValues();
          const listing = (await ask("list-credentials", {})).body.code;
          port.disconnect();
          return JSON.stringify({ session, fills, listing });
        })()
        """;

    /// <summary>Reads what the script gave.</summary>
    public static ForgedAnswers Read(string answers) => JsonSerializer.Deserialize<ForgedAnswers>(answers, JsonSerializerOptions.Web)!;
}
