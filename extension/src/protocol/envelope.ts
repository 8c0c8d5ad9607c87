import type { ListAuditAnswer, ListAuditRequest } from "./audit.js";
import type { CodeAnswer, GetCodeRequest, GetDraftCodeRequest } from "./codes.js";
import type {
  CredentialRequest,
  DoneAnswer,
  ListCredentialsAnswer,
  ListCredentialsRequest,
  SaveCredentialAnswer,
  SaveCredentialRequest,
} from "./credentials.js";
import type { BeginDraftAnswer, BeginDraftRequest } from "./draft.js";
import type { FillAnswer, FillRequest } from "./fill.js";
import type { HelloAnswer, HelloRequest } from "./hello.js";
import type { MakeReadyAnswer, MakeReadyRequest } from "./make-ready.js";
import type { AddAutomationRequest, ListPlacesAnswer, ListPlacesRequest, RemoveAutomationRequest } from "./places.js";
import type { ReportAnswer, ReportRequest } from "./report.js";
import type { SessionAnswer, SessionPartAnswer, SessionPartRequest, SessionRequest } from "./session.js";
import type { SignInAnswer, SignInRequest } from "./sign-in.js";
import type {
  VerificationAnswer,
  VerificationPictureAnswer,
  VerificationPictureRequest,
  VerificationRequest,
  VerifyCredentialAnswer,
} from "./verification.js";

/** The version of the protocol that this extension speaks. */
export const protocolVersion = 1;

/** Every request with its answer, by type. */
export interface Messages {
  readonly hello: { readonly request: HelloRequest; readonly answer: HelloAnswer };
  readonly "sign-in": { readonly request: SignInRequest; readonly answer: SignInAnswer };
  readonly "make-ready": { readonly request: MakeReadyRequest; readonly answer: MakeReadyAnswer };
  readonly session: { readonly request: SessionRequest; readonly answer: SessionAnswer };
  readonly "session-part": { readonly request: SessionPartRequest; readonly answer: SessionPartAnswer };
  readonly fill: { readonly request: FillRequest; readonly answer: FillAnswer };
  readonly report: { readonly request: ReportRequest; readonly answer: ReportAnswer };
  readonly "list-credentials": { readonly request: ListCredentialsRequest; readonly answer: ListCredentialsAnswer };
  readonly "begin-draft": { readonly request: BeginDraftRequest; readonly answer: BeginDraftAnswer };
  readonly "save-credential": { readonly request: SaveCredentialRequest; readonly answer: SaveCredentialAnswer };
  readonly "remove-credential": { readonly request: CredentialRequest; readonly answer: DoneAnswer };
  readonly "unlock-credential": { readonly request: CredentialRequest; readonly answer: DoneAnswer };
  readonly "get-draft-code": { readonly request: GetDraftCodeRequest; readonly answer: CodeAnswer };
  readonly "get-code": { readonly request: GetCodeRequest; readonly answer: CodeAnswer };
  readonly "list-places": { readonly request: ListPlacesRequest; readonly answer: ListPlacesAnswer };
  readonly "add-automation": { readonly request: AddAutomationRequest; readonly answer: DoneAnswer };
  readonly "remove-automation": { readonly request: RemoveAutomationRequest; readonly answer: DoneAnswer };
  readonly "verify-credential": { readonly request: CredentialRequest; readonly answer: VerifyCredentialAnswer };
  readonly verification: { readonly request: VerificationRequest; readonly answer: VerificationAnswer };
  readonly "verification-picture": {
    readonly request: VerificationPictureRequest;
    readonly answer: VerificationPictureAnswer;
  };
  readonly "list-audit": { readonly request: ListAuditRequest; readonly answer: ListAuditAnswer };
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
  /** The part of the request that is wrong, as `save-credential` and `add-automation` name it; null for most errors. */
  readonly field: string | null;
}
