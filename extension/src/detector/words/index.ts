import type { MeaningName } from "./all.js";
import { letterOf, lettersOf } from "./lookup.js";

/** Says whether a text, already normal, means one thing. */
export type Meaning = (text: string) => boolean;

function meaning(name: MeaningName): Meaning {
  const letter = letterOf(name);
  return (text) => lettersOf(text).includes(letter);
}

export const username = meaning("username");
export const email = meaning("email");
export const phone = meaning("phone");
export const password = meaning("password");
export const newPassword = meaning("newPassword");
export const confirmPassword = meaning("confirmPassword");
export const currentPassword = meaning("currentPassword");
export const oneTimeCode = meaning("oneTimeCode");
export const code = meaning("code");
export const challenge = meaning("challenge");
export const otherCode = meaning("otherCode");
export const signIn = meaning("signIn");
export const signUp = meaning("signUp");
export const resetPassword = meaning("resetPassword");
export const changePassword = meaning("changePassword");
export const signOut = meaning("signOut");
export const goOn = meaning("goOn");
export const save = meaning("save");
export const connect = meaning("connect");
export const codeWasSent = meaning("codeWasSent");
export const withOthers = meaning("withOthers");
export const asGuest = meaning("asGuest");
export const goElsewhere = meaning("goElsewhere");
export const search = meaning("search");
export const harmful = meaning("harmful");
export const newsletter = meaning("newsletter");
export const personal = meaning("personal");
export const tenant = meaning("tenant");
export const rememberMe = meaning("rememberMe");
export const agreeToTerms = meaning("agreeToTerms");
export const codeSetUp = meaning("codeSetUp");
export const sessionExpired = meaning("sessionExpired");
export const authenticator = meaning("authenticator");
export const otherMethod = meaning("otherMethod");
export const offer = meaning("offer");
export const decline = meaning("decline");
export const chooseAccount = meaning("chooseAccount");
export const otherAccount = meaning("otherAccount");
export const securityQuestion = meaning("securityQuestion");
export const otherProof = meaning("otherProof");
export const proveIdentity = meaning("proveIdentity");
export const approval = meaning("approval");
export const confirmAccess = meaning("confirmAccess");
export const rememberDevice = meaning("rememberDevice");
export const forgetDevice = meaning("forgetDevice");
export const accept = meaning("accept");
export const create = meaning("create");
export const choose = meaning("choose");
export const account = meaning("account");
export const pastSignIns = meaning("pastSignIns");
export const passwordRules = meaning("passwordRules");
export const otherPassword = meaning("otherPassword");
export const nationalId = meaning("nationalId");
export const oneTimePassword = meaning("oneTimePassword");
export const change = meaning("change");
