import type { CredentialFields } from "./credential-fields.js";
import type { FormPart } from "./field.js";

/** Says beside each field what is missing, and gives the first of them; null when nothing is. */
export function missingIn(fields: CredentialFields): { focus(): void } | null {
  const {
    label,
    origins,
    sessionElsewhere,
    sessionOrigins,
    signInUrl,
    username,
    password,
    codes,
    further,
    attachments,
  } = fields;
  const wrong: FormPart[] = [];
  const need = (part: FormPart, there: boolean, sentence: string) => {
    if (there) return;
    part.fail(sentence);
    wrong.push(part);
  };
  need(label, label.value !== "", "Give it a label, by which you will find it again.");
  if (!origins.check()) wrong.push(origins);
  need(origins, origins.values.length > 0, "Say where to sign in: paste the address of the sign-in page.");
  if (sessionElsewhere.checked) {
    if (!sessionOrigins.check()) wrong.push(sessionOrigins);
    need(sessionOrigins, sessionOrigins.values.length > 0, "Say where the agent works.");
  }
  if (!signInUrl.check(fields.pageOrigins)) wrong.push(signInUrl);
  need(username, username.value !== "", "Give the account's username.");
  need(password, password.filled, `Give the account's password${password.since || "."}`);
  for (const secret of further.kept.values())
    need(secret, secret.filled, secret.since ? `Give it${secret.since}` : "Give a value, or remove this field.");
  need(further, further.unfinished === null, further.unfinished ?? "");
  const keepsCodes = fields.old?.totp === true && !codes.secret.removed;
  const { refused } = codes.secret;
  if (refused) {
    codes.secret.failAgain();
    wrong.push(codes);
  }
  need(codes, refused || !keepsCodes || codes.secret.filled, `Give the key${codes.secret.since} Or remove it.`);
  if (attachments.unfinished) attachments.needFinish();
  return wrong[0] ?? (attachments.unfinished ? { focus: () => attachments.needFinish() } : null);
}
