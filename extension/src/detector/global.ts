import { detect } from "./index.js";
import { judge } from "./verdict.js";
import { wayIn } from "./way-in.js";

// For a world that nothing can be imported into: the sign-in browser's, and the tests'.
Object.assign(globalThis, { credentialVaultDetector: { detect, judge, wayIn } });
