import type { Session } from "../../protocol/session-text.js";
import type { HostConnection } from "../connection.js";

/** Fetches all parts of a session. Nothing is done with it before it is whole. */
export async function fetchSession(host: HostConnection, signIn: string, parts: number): Promise<Session> {
  let text = "";
  for (let part = 0; part < parts; part++) {
    const answer = await host.ask("session-part", { signIn, part });
    text += answer.text;
  }
  try {
    // The host is the same project in the same version of the protocol: the shape is not checked again.
    return JSON.parse(text) as Session;
  } catch {
    // The parser's own words would quote the session.
    throw new Error("The session that the host gave could not be read.");
  }
}
