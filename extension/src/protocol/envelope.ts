import type { FillAnswer, FillRequest } from "./fill.js";
import type { HelloAnswer, HelloRequest } from "./hello.js";
import type { ReportAnswer, ReportRequest } from "./report.js";
import type { SessionAnswer, SessionPartAnswer, SessionPartRequest, SessionRequest } from "./session.js";
import type { SignInAnswer, SignInRequest } from "./sign-in.js";

/** The version of the protocol that this extension speaks. */
export const protocolVersion = 1;

/** Every request with its answer, by type. */
export interface Messages {
  readonly hello: { readonly request: HelloRequest; readonly answer: HelloAnswer };
  readonly "sign-in": { readonly request: SignInRequest; readonly answer: SignInAnswer };
  readonly session: { readonly request: SessionRequest; readonly answer: SessionAnswer };
  readonly "session-part": { readonly request: SessionPartRequest; readonly answer: SessionPartAnswer };
  readonly fill: { readonly request: FillRequest; readonly answer: FillAnswer };
  readonly report: { readonly request: ReportRequest; readonly answer: ReportAnswer };
}

/** A type of request. */
export type MessageType = keyof Messages;

/** An answer as it comes from the host: to a request of the same `id`, or an error. */
export type Envelope =
  | { readonly version: number; readonly id: number; readonly type: "error"; readonly body: HostError }
  | { readonly version: number; readonly id: number; readonly type: MessageType; readonly body: unknown };

/** A request that could not be handled. */
export interface HostError {
  /** Stable, see docs/errors.md. */
  readonly code: string;
  /** One sentence for a person. */
  readonly message: string;
}
