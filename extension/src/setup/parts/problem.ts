import type { Credential } from "../../protocol/credentials.js";

/** What keeps a credential from being used, or has lately kept an agent or a verification from signing in. */
export interface Problem {
  /** In a word or two. */
  readonly name: string;
  readonly tone: "bad" | "doubtful";
}

/** From the least to the most urgent. */
const problems = {
  notAttached: { name: "Not attached", tone: "doubtful" },
  inConflict: { name: "In conflict", tone: "doubtful" },
  didNotWork: { name: "Did not work", tone: "bad" },
  codeRejected: { name: "Code rejected", tone: "bad" },
  stopped: { name: "Stopped", tone: "bad" },
} as const satisfies Readonly<Record<string, Problem>>;

const byUrgency: readonly Problem[] = Object.values(problems);

/** The most urgent problem of a credential; null when it has none. */
export function problemOf(credential: Credential): Problem | null {
  if (credential.stopped) return problems.stopped;
  if (isCodeRejected(credential)) return problems.codeRejected;
  if (isNotWorking(credential)) return problems.didNotWork;
  if (credential.conflicts.length > 0) return problems.inConflict;
  if (credential.attachments.length === 0) return problems.notAttached;
  return null;
}

/** How urgent it is that the owner looks at a credential; the more, the more. */
export function urgencyOf(credential: Credential): number {
  const problem = problemOf(credential);
  if (problem) return 2 + byUrgency.indexOf(problem);
  return credential.verifiedAt ? 0 : 1;
}

/** Whether the last sign-in ended because the site took no code, and nothing was changed since. */
export function isCodeRejected({ lastSignIn }: Credential): boolean {
  return lastSignIn?.outcome === "code-rejected" && !lastSignIn.changedSince;
}

/** Whether a verification was the last that was tried, of what is stored now, and did not end well. */
function isNotWorking({ lastSignIn }: Credential): boolean {
  if (lastSignIn?.event !== "verify" || lastSignIn.changedSince) return false;
  // What the guard did not let be tried says nothing of the credential.
  return lastSignIn.outcome !== "signed-in" && lastSignIn.outcome !== "blocked-by-guard";
}
