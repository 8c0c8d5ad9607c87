using System.Security.Cryptography;
using CredentialVault.Errors;
using CredentialVault.Secrets;

namespace CredentialVault.Sealing;

/// <summary>
/// A key pair whose private half exists on the owner's paper only. It is shown once; the vault keeps the public half
/// and can seal backups to it that nobody but the owner opens.
/// </summary>
/// <remarks>
/// The text is Base32 (RFC 4648) of the 32-byte private scalar and the first 3 bytes of a SHA-256 checksum: 56
/// characters in 14 groups of 4, joined by dashes.
/// </remarks>
public sealed class RecoveryKey : IDisposable
{
    private const int ChecksumSize = 3;
    private const int Characters = 56;
    private const int GroupSize = 4;
    private const int TextLength = Characters + (Characters / GroupSize) - 1;

    private readonly byte[] _scalar = GC.AllocateUninitializedArray<byte>(P256.Size, pinned: true);
    private bool _disposed;

    private RecoveryKey(ReadOnlySpan<byte> scalar)
    {
        OpeningKey = new(P256.ImportPrivate(scalar));
        scalar.CopyTo(_scalar);
    }

    /// <summary>The public half, which is kept.</summary>
    public SealingKey SealingKey => OpeningKey.SealingKey;

    /// <summary>The private half; it is disposed together with this.</summary>
    public OpeningKey OpeningKey { get; }

    /// <summary>A new key pair.</summary>
    public static RecoveryKey Generate()
    {
        using var pair = P256.Generate();
        var scalar = pair.ExportParameters(includePrivateParameters: true).D!;
        try
        {
            return new(scalar);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(scalar);
        }
    }

    /// <summary>Reads the text back as it was typed: any case, spaces and dashes anywhere.</summary>
    /// <param name="text">What was typed.</param>
    /// <exception cref="VaultException"><see cref="VaultError.RecoveryKeyInvalid"/>.</exception>
    public static RecoveryKey Parse(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[P256.Size + ChecksumSize];
        Span<byte> checksum = stackalloc byte[ChecksumSize];
        try
        {
            if (Base32.Decode(text, bytes, out var characters) == bytes.Length
                && characters == Characters)
            {
                var scalar = bytes[..P256.Size];
                ComputeChecksum(scalar, checksum);
                if (checksum.SequenceEqual(bytes[P256.Size..]))
                {
                    return new(scalar);
                }
            }
        }
        catch (VaultException cause) when (cause.Error == VaultError.KeyInvalid)
        {
            throw VaultError.RecoveryKeyInvalid.AsException();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }

        throw VaultError.RecoveryKeyInvalid.AsException();
    }

    /// <summary>The private half as text for the owner's paper: the one moment at which it stands in a string.</summary>
    /// <exception cref="ObjectDisposedException">It was wiped.</exception>
    public string ToText()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);

        Span<byte> bytes = stackalloc byte[P256.Size + ChecksumSize];
        Span<char> characters = stackalloc char[Characters];
        Span<char> text = stackalloc char[TextLength];
        try
        {
            _scalar.CopyTo(bytes);
            ComputeChecksum(_scalar, bytes[P256.Size..]);
            Base32.Encode(bytes, characters);
            for (var i = 0; i < text.Length; i++)
            {
                var place = i % (GroupSize + 1);
                text[i] = place == GroupSize ? '-' : characters[(i / (GroupSize + 1) * GroupSize) + place];
            }

            return text.ToString();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
            characters.Clear();
            text.Clear();
        }
    }

    /// <summary>Wipes the private half.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_scalar);
        OpeningKey.Dispose();
        _disposed = true;
    }

    private static void ComputeChecksum(ReadOnlySpan<byte> scalar, Span<byte> checksum)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("credential-vault recovery key 1"u8);
        hash.AppendData(scalar);
        Span<byte> whole = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(whole);
        whole[..ChecksumSize].CopyTo(checksum);
    }
}
