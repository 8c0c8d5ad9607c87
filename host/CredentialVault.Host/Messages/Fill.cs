namespace CredentialVault.Host.Messages;

internal sealed record FillRequest(string SignIn, PageMember Page, IReadOnlyList<string> Fields, KeyMember Key);

/// <summary>A public key as a JWK (RFC 7517).</summary>
internal sealed record KeyMember(string Kty, string Crv, string X, string Y);

internal sealed record FillAnswer(IReadOnlyList<ValueMember> Values, NextMember Next);

/// <summary>A value for one field; <c>Sealed</c> is a JWE.</summary>
internal sealed record ValueMember(string Field, string Sealed);
