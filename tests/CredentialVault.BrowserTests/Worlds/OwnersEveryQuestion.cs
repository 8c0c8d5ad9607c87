using System.Text.Json;

namespace CredentialVault.BrowserTests.Worlds;

/// <summary>What a program was answered that asked everything an owner can ask.</summary>
/// <param name="Refusals">Codes of the errors, in the order of the questions that must be refused.</param>
/// <param name="Answers">Types of the other answers.</param>
/// <param name="Everything">All answers, as they came.</param>
public sealed record EveryAnswer(IReadOnlyList<string> Refusals, IReadOnlyList<string> Answers, string Everything);

/// <summary>Every message of an owner's profile, sent by a native port of one's own with what stands in the database in place of secrets.</summary>
public static class OwnersEveryQuestion
{
    /// <summary>The script, for the extension's worker or one of its pages.</summary>
    /// <param name="credential">The credential that is meant.</param>
    /// <param name="password">Its sealed password, from the database.</param>
    /// <param name="seed">Its sealed seed, from the database.</param>
    /// <param name="verify">Whether the credential is verified too, which signs in.</param>
    public static string Script(string credential, string password, string seed, bool verify) => $$"""
        (async () => {
          const port = chrome.runtime.connectNative("com.credentialvault.host");
          const answered = new Map();
          port.onMessage.addListener(message => answered.get(message.id)(message));
          let last = 0;
          const everything = [], refusals = [], answers = [];
          const ask = async (type, body) => {
            const answer = await new Promise(resolve => {
              answered.set(++last, resolve);
              port.postMessage({ version: 1, id: last, type, body });
            });
            everything.push(JSON.stringify(answer));
            return answer;
          };
          const isRefused = async (type, body) => refusals.push((await ask(type, body)).body.code);
          const isAnswered = async (type, body) => { const answer = await ask(type, body); answers.push(answer.type); return answer.body; };

          const credential = "{{credential}}", password = "{{password}}", seed = "{{seed}}";
          await ask("hello", { extension: "0.1.0", browser: "Chromium" });
          const { draft } = await isAnswered("begin-draft", {});
          const mine = secrets => ({
            credential: null, draft, label: "Mine", signInOrigins: ["https://evil.example"], sessionOrigins: [], signInUrl: null, username: "me", fill: "in-page", rememberDevice: true, attachments: [], secrets,
          });
          // What stands in the database, carried to another site, another credential, another field, or to where codes are made.
          await isRefused("save-credential", mine([{ field: "password", sealed: password }]));
          await isRefused("save-credential", mine([{ field: "password", sealed: null }]));
          await isRefused("save-credential", { ...mine([{ field: "password", sealed: null }]), credential });
          await isRefused("save-credential", { ...mine([{ field: "password", sealed: password }]), credential });
          // The owner's own site, in the page of an agent.
          await isRefused("save-credential", {
            ...mine([{ field: "password", sealed: null }]), credential, signInOrigins: (await ask("list-credentials", { after: null })).body.credentials[0].signInOrigins, attachments: ["profile:work"],
          });
          await isRefused("get-draft-code", { draft, sealed: seed });
          await isRefused("get-draft-code", { draft, sealed: password });
          await isRefused("get-draft-code", { draft: credential, sealed: seed });
          await isRefused("fill", { signIn: "x" });
          await isRefused("session", { signIn: "x" });
          await isRefused("export-credential", { credential });

          if ({{(verify ? "true" : "false")}}) {
            const { verification } = (await ask("verify-credential", { credential })).body;
            let progress = { steps: [], ended: null };
            while (!progress.ended) progress = (await ask("verification", { verification, steps: progress.steps.length })).body;
            for (let part = 0; part < progress.ended.pictureParts; part++) await ask("verification-picture", { verification, part });
          }
          await isAnswered("list-credentials", { after: null });
          await isAnswered("list-places", {});
          await isAnswered("get-code", { credential });
          await isAnswered("list-audit", { before: null, limit: 200, credential: null, events: [], text: null, since: null, until: null });
          await isAnswered("unlock-credential", { credential });
          port.disconnect();
          return JSON.stringify({ refusals, answers, everything: everything.join("\n") });
        })()
        """;

    /// <summary>Reads what the script gave.</summary>
    public static EveryAnswer Read(string answers) => JsonSerializer.Deserialize<EveryAnswer>(answers, JsonSerializerOptions.Web)!;
}
