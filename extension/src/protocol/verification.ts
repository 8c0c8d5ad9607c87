/** What to ask news of with `verification`. */
export interface VerifyCredentialAnswer {
  readonly verification: string;
}

/** Asks how far a verification has come. Held by the host until there are more steps than the page has, or it has ended. */
export interface VerificationRequest {
  readonly verification: string;
  /** How many steps the page has. */
  readonly steps: number;
}

/** All steps so far, and the end when it has ended. */
export interface VerificationAnswer {
  readonly steps: readonly VerificationStep[];
  readonly ended: VerificationEnd | null;
}

/** A step. It began when the one before had ended. */
export interface VerificationStep {
  /** Stable. */
  readonly what:
    | "waiting-for-turn"
    | "waiting-for-other-sign-in"
    | "starting-browser"
    | "opening-page"
    | "filling"
    | "waiting-for-code"
    | "reading-session"
    | "starting-second-browser"
    | "handing-over"
    | "checking";
  /** For a person. */
  readonly sentence: string;
  /** Only the last one can be `running`, or `failed` when it ended there. `refused`: the site did not take the code, and is given the next one. */
  readonly state: "running" | "done" | "refused" | "failed";
  /** How long it took by itself; null while it goes on. */
  readonly milliseconds: number | null;
}

/** How it ended. */
export interface VerificationEnd {
  readonly works: boolean;
  /** `signed-in`, another outcome, or the code of an error. */
  readonly code: string;
  readonly reason: string | null;
  /** For a person. */
  readonly sentence: string;
  readonly milliseconds: number;
  /** Sentences about what it did not come by and what the site was told, when it works. */
  readonly remarks: readonly string[];
  /** Where the site stores the password, the authenticator key or a code; that is never handed over. */
  readonly reflected: readonly string[];
  /** A sentence when the site's clock and this machine's differ so much that codes may be refused, or when one was refused, or null. */
  readonly clockDoubt: string | null;
  /** In how many parts the picture of the last page comes; 0: there is none. */
  readonly pictureParts: number;
}

/** Asks for one part of the picture of the last page. */
export interface VerificationPictureRequest {
  readonly verification: string;
  /** From 0. */
  readonly part: number;
}

/** A piece of base64, at most 200,000 characters; joined they are a JPEG. */
export interface VerificationPictureAnswer {
  readonly text: string;
}
