namespace CredentialVault.Host.Messages;

internal sealed record FillRequest(string SignIn, PageMember Page, IReadOnlyList<string> Fields, KeyMember Key);

/// <summary>A public key as a JWK (RFC 7517).</summary>
internal sealed record KeyMember(string Kty, string Crv, string X, string Y);

/// <summary>What goes into the form; <c>RememberDevice</c> says whether a box by which the site is to know this browser again is ticked with it.</summary>
internal sealed record FillAnswer(IReadOnlyList<ValueMember> Values, bool RememberDevice, NextMember Next);

/// <summary>A value for one field; <c>Sealed</c> is a JWE.</summary>
internal sealed record ValueMember(string Field, string Sealed);
