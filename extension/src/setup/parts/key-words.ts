/** What an owner has to know before an authenticator key goes: the vault cannot show it to anybody. */
export const keyOpensTheAccount =
  "If the site still asks for the codes of this key, nothing else opens the account, and nobody can read the key back.";
