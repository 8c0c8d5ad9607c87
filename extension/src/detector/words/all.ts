import { accept } from "./accept.js";
import { account } from "./account.js";
import { advertising } from "./advertising.js";
import { agreeToTerms } from "./agree-to-terms.js";
import { approval } from "./approval.js";
import { asGuest } from "./as-guest.js";
import { authenticator } from "./authenticator.js";
import { challenge } from "./challenge.js";
import { change } from "./change.js";
import { changePassword } from "./change-password.js";
import { choose } from "./choose.js";
import { chooseAccount } from "./choose-account.js";
import { code } from "./code.js";
import { codeSetUp } from "./code-set-up.js";
import { codeWasSent } from "./code-was-sent.js";
import { confirmAccess } from "./confirm-access.js";
import { confirmPassword } from "./confirm-password.js";
import { connect } from "./connect.js";
import { create } from "./create.js";
import { currentPassword } from "./current-password.js";
import { decline } from "./decline.js";
import { email } from "./email.js";
import { forgetDevice } from "./forget-device.js";
import { goElsewhere } from "./go-elsewhere.js";
import { goOn } from "./go-on.js";
import { harmful } from "./harmful.js";
import { ifSessionOver } from "./if-session-over.js";
import { lostProof } from "./lost-proof.js";
import { nationalId } from "./national-id.js";
import { newPassword } from "./new-password.js";
import { newsletter } from "./newsletter.js";
import { offer } from "./offer.js";
import { oneTimeCode } from "./one-time-code.js";
import { oneTimePassword } from "./one-time-password.js";
import { otherAccount } from "./other-account.js";
import { otherCode } from "./other-code.js";
import { otherMethod } from "./other-method.js";
import { otherPassword } from "./other-password.js";
import { otherProof } from "./other-proof.js";
import { password } from "./password.js";
import { passwordRules } from "./password-rules.js";
import { pastSignIns } from "./past-sign-ins.js";
import { personal } from "./personal.js";
import { phone } from "./phone.js";
import { proveIdentity } from "./prove-identity.js";
import { rejected } from "./rejected.js";
import { rememberDevice } from "./remember-device.js";
import { rememberMe } from "./remember-me.js";
import { resetPassword } from "./reset-password.js";
import { save } from "./save.js";
import { search } from "./search.js";
import { securityQuestion } from "./security-question.js";
import { sessionExpired } from "./session-expired.js";
import { signIn } from "./sign-in.js";
import { signOut } from "./sign-out.js";
import { signUp } from "./sign-up.js";
import { tenant } from "./tenant.js";
import { toComment } from "./to-comment.js";
import { username } from "./username.js";
import { withOthers } from "./with-others.js";

/** Every meaning with its phrases. */
export const all = {
  username,
  email,
  phone,
  password,
  newPassword,
  confirmPassword,
  currentPassword,
  oneTimeCode,
  code,
  challenge,
  otherCode,
  signIn,
  signUp,
  rejected,
  resetPassword,
  changePassword,
  signOut,
  goOn,
  save,
  connect,
  codeWasSent,
  withOthers,
  asGuest,
  goElsewhere,
  search,
  newsletter,
  harmful,
  personal,
  tenant,
  rememberMe,
  agreeToTerms,
  codeSetUp,
  sessionExpired,
  authenticator,
  otherMethod,
  offer,
  decline,
  chooseAccount,
  otherAccount,
  securityQuestion,
  otherProof,
  proveIdentity,
  approval,
  confirmAccess,
  rememberDevice,
  forgetDevice,
  accept,
  create,
  choose,
  account,
  passwordRules,
  pastSignIns,
  lostProof,
  advertising,
  toComment,
  ifSessionOver,
  otherPassword,
  nationalId,
  oneTimePassword,
  change,
};

/** Names of the meanings. */
export type MeaningName = keyof typeof all;
