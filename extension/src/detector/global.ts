import { isAnswer } from "./answer.js";
import { tickDeviceBox } from "./device-box.js";
import { foldedMenus } from "./folded-menus.js";
import { placesOf } from "./further.js";
import { detect } from "./index.js";
import { leadsTo, linkOf } from "./leading.js";
import { isMasked } from "./masked.js";
import { isMoving } from "./moving.js";
import { pressAll, pressMenu } from "./pressing.js";
import { sendsSafely } from "./sending.js";
import { isName, mayBeName } from "./shown-name.js";
import { judge } from "./verdict.js";
import { wayIn } from "./way-in.js";
import { waysOn } from "./ways-on.js";

// For a world that nothing can be imported into: the sign-in browser's, and the tests'.
Object.assign(globalThis, {
  credentialVaultDetector: {
    detect,
    foldedMenus,
    isAnswer,
    isMasked,
    isMoving,
    isName,
    judge,
    leadsTo,
    linkOf,
    mayBeName,
    placesOf,
    pressAll,
    pressMenu,
    sendsSafely,
    tickDeviceBox,
    wayIn,
    waysOn,
  },
});
