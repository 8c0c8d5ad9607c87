// An OpenID Connect provider with one account and one application. The first line of standard input says which; it ends
// when standard input does. What it prints: "ready", and then "told" with what became of each form, without the values.
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import Provider from "oidc-provider";

const lines = createInterface({ input: process.stdin });
const [first] = await new Promise((resolve) => lines.once("line", (line) => resolve([line])));
const { issuer, redirect, username, password, asksConsent } = JSON.parse(first);
lines.on("close", () => process.exit());

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: "orders",
      client_name: "Orders",
      redirect_uris: [redirect],
      response_types: ["code"],
      grant_types: ["authorization_code"],
      token_endpoint_auth_method: "none",
    },
  ],
  cookies: { keys: [randomBytes(32).toString("hex")] },
  features: { devInteractions: { enabled: false } },
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  pkce: { required: () => true },
  // An application of the provider's own house asks for no consent.
  async loadExistingGrant({ oidc }) {
    const { result, session, client } = oidc;
    const id = result?.consent?.grantId ?? session.grantIdFor(client.clientId);
    if (id) return provider.Grant.find(id);
    if (asksConsent) return undefined;
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope("openid profile");
    await grant.save();
    return grant;
  },
});

const page = (title, body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>${body}</html>`;

const signInPage = (uid, rejected) =>
  page(
    "Sign in",
    `<h1>Sign in to continue to Orders</h1>
    ${rejected ? '<p role="alert">Wrong name or password.</p>' : ""}
    <form method="post" action="/interaction/${uid}" autocomplete="off">
      <input name="login" placeholder="Enter any login" required>
      <input name="password" type="password" placeholder="and password" required>
      <button>Sign-in</button>
    </form>`,
  );

const consentPage = (uid) =>
  page(
    "Authorize",
    `<h1>Authorize</h1>
    <p>Orders wants to see your name, and to send messages for you.</p>
    <form method="post" action="/interaction/${uid}">
      <button name="answer" value="yes">Continue</button>
      <button name="answer" value="no">Cancel</button>
    </form>`,
  );

async function interact(request, response) {
  const { uid, prompt, session, params } = await provider.interactionDetails(request, response);
  const show = (html) => response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html);
  const finish = (result) => provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
  if (request.method === "GET") return show(prompt.name === "login" ? signInPage(uid, false) : consentPage(uid));
  let body = "";
  for await (const piece of request) body += piece;
  const given = new URLSearchParams(body);
  if (prompt.name === "login") {
    const right = given.get("login") === username && given.get("password") === password;
    console.log(right ? "told right" : "told wrong");
    return right ? finish({ login: { accountId: username } }) : show(signInPage(uid, true));
  }
  console.log(`told consent ${given.get("answer")}`);
  if (given.get("answer") !== "yes") return finish({ error: "access_denied" });
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  return finish({ consent: { grantId: await grant.save() } });
}

const answer = provider.callback();
createServer((request, response) => {
  if (!request.url.startsWith("/interaction/")) return answer(request, response);
  return interact(request, response).catch(() => response.writeHead(400).end());
}).listen(new URL(issuer).port, "127.0.0.1", () => console.log("ready"));
