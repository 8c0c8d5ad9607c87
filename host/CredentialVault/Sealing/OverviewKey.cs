using System.Security.Cryptography;
using CredentialVault.Errors;

namespace CredentialVault.Sealing;

/// <summary>
/// The shared key of what a vault says about its credentials: it seals and opens overviews (JWEs with <c>alg</c> dir,
/// RFC 7518 section 4.5) and finds them by origin without writing the origin down.
/// </summary>
public sealed class OverviewKey : IDisposable
{
    private readonly byte[] _key = GC.AllocateUninitializedArray<byte>(A128CbcHs256.KeySize, pinned: true);
    private readonly BlindIndex _index;
    private bool _disposed;

    private OverviewKey(ReadOnlySpan<byte> key)
    {
        key.CopyTo(_key);
        _index = new(_key);
        Kid = KeyThumbprint.OfOct(_key);
    }

    /// <summary>The name of the key: its RFC 7638 thumbprint, 43 characters of base64url.</summary>
    public string Kid { get; }

    /// <summary>A new key of 256 random bits.</summary>
    public static OverviewKey Generate()
    {
        Span<byte> key = stackalloc byte[A128CbcHs256.KeySize];
        RandomNumberGenerator.Fill(key);
        try
        {
            return new(key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Takes a key in.</summary>
    /// <param name="json">A JWK (RFC 7517) in UTF-8 with exactly <c>kty</c> oct and <c>k</c> of 32 bytes; wiping it stays with the caller.</param>
    /// <exception cref="VaultException"><see cref="VaultError.KeyInvalid"/>.</exception>
    public static OverviewKey FromJwk(ReadOnlySpan<byte> json)
    {
        Span<byte> key = stackalloc byte[A128CbcHs256.KeySize];
        try
        {
            return Jwk.TryReadOct(json, key) ? new(key) : throw VaultError.KeyInvalid.AsException();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>The key as a JWK in UTF-8, which the caller zeroes.</summary>
    public byte[] ToJwk() => Jwk.WriteOct(Key);

    private ReadOnlySpan<byte> Key
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _key;
        }
    }

    /// <summary>Seals an overview. Each call gives another value.</summary>
    /// <param name="utf8">At most 64 KiB.</param>
    /// <exception cref="VaultException"><see cref="VaultError.TooLongToSeal"/>.</exception>
    public SealedValue Seal(ReadOnlySpan<byte> utf8) => Jwe.Seal(JweHeader.WriteDirect(Kid), utf8, Key);

    /// <summary>Opens an overview. What it belongs to must stand in it: nothing else binds it to a place.</summary>
    /// <param name="value">The sealed value.</param>
    /// <exception cref="VaultException"><see cref="VaultError.SealedValueInvalid"/>, whatever is wrong with it.</exception>
    public byte[] Open(SealedValue value)
    {
        var jwe = Jwe.Parse(value);
        JweHeader.CheckDirect(jwe.Header, Kid);
        var plaintext = new byte[jwe.MaxPlaintextLength];
        try
        {
            return plaintext[..jwe.Open(Key, plaintext)];
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plaintext);
        }
    }

    /// <summary>What an origin is found by: the same for the same origin and key, and without the key no origin can be tried out on it.</summary>
    /// <param name="origin">The origin, in the one spelling that origins are compared in.</param>
    /// <returns>32 bytes.</returns>
    public byte[] BlindIndex(string origin)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _index.Of(origin);
    }

    /// <summary>Wipes the key.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_key);
        _index.Dispose();
        _disposed = true;
    }
}
