/** What an owner has to know before an authenticator key goes: the vault cannot show it to anybody. */
export const keyOpensTheAccount =
  "If the site still asks for the codes of this key, you can be locked out of the account: nobody can read the key back.";
