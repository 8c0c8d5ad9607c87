namespace CredentialVault.Sealing;

/// <summary>A value that only the holder of the right key can read, and only in the place it was made for.</summary>
/// <param name="Compact">A JWE in compact serialization (RFC 7516 section 7.1): ASCII, five parts, at most 128 KiB.</param>
public readonly record struct SealedValue(string Compact);
