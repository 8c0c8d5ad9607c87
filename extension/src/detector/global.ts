import { detect } from "./index.js";
import { judge } from "./verdict.js";

// For a world that nothing can be imported into: the sign-in browser's, and the tests'.
Object.assign(globalThis, { credentialVaultDetector: { detect, judge } });
