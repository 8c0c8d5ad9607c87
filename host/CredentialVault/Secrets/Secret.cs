using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using CredentialVault.Errors;

namespace CredentialVault.Secrets;

/// <summary>
/// Text that nobody may see: UTF-8 bytes in one place in memory, zeroed by <see cref="Dispose"/>.
/// It cannot be printed (<see cref="ToString"/> says <c>[secret]</c>), cannot become JSON, and two of
/// them are never equal by accident: <c>Equals</c> compares references.
/// </summary>
[DebuggerDisplay("[secret]")]
[JsonConverter(typeof(SecretIsNeverJson))]
public sealed class Secret : IDisposable
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Pinned, so that the garbage collector never leaves a copy behind when it compacts the heap.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly byte[] _utf8;

    private bool _disposed;

    /// <summary>A secret of its own copy of these bytes; wiping the given ones stays with the caller.</summary>
    /// <param name="utf8">Well-formed UTF-8, of any length.</param>
    /// <exception cref="VaultException"><see cref="VaultError.SecretNotText"/>.</exception>
    public Secret(ReadOnlySpan<byte> utf8)
    {
        if (!System.Text.Unicode.Utf8.IsValid(utf8))
        {
            throw VaultError.SecretNotText.AsException();
        }

        _utf8 = GC.AllocateUninitializedArray<byte>(utf8.Length, pinned: true);
        utf8.CopyTo(_utf8);
    }

    private Secret(int length) => _utf8 = GC.AllocateArray<byte>(length, pinned: true);

    /// <summary>A secret of this text.</summary>
    /// <param name="text">UTF-16 without unpaired surrogates, of any length.</param>
    /// <exception cref="VaultException"><see cref="VaultError.SecretNotText"/>.</exception>
    public static Secret FromText(ReadOnlySpan<char> text)
    {
        try
        {
            var secret = new Secret(StrictUtf8.GetByteCount(text));
            StrictUtf8.GetBytes(text, secret._utf8);
            return secret;
        }
        catch (EncoderFallbackException)
        {
            // Its message holds characters of the text, so it is not kept as the cause.
            throw VaultError.SecretNotText.AsException();
        }
    }

    /// <summary>How many bytes of UTF-8 it is.</summary>
    /// <exception cref="ObjectDisposedException">It was wiped.</exception>
    public int Length => Bytes.Length;

    /// <summary>The bytes themselves, not a copy: they turn to zeros when this is disposed.</summary>
    /// <exception cref="ObjectDisposedException">It was wiped.</exception>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public ReadOnlySpan<byte> Utf8 => Bytes;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private byte[] Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _utf8;
        }
    }

    /// <summary>A second secret of the same text, to be disposed by itself.</summary>
    /// <exception cref="ObjectDisposedException">It was wiped.</exception>
    public Secret Copy()
    {
        var copy = new Secret(Length);
        Bytes.CopyTo(copy._utf8, 0);
        return copy;
    }

    /// <summary>Whether both hold the same text. The time it takes tells the lengths at most.</summary>
    /// <param name="other">The other one.</param>
    /// <exception cref="ObjectDisposedException">One of them was wiped.</exception>
    public bool ContentEquals(Secret other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return CryptographicOperations.FixedTimeEquals(Bytes, other.Bytes);
    }

    /// <summary>Always <c>[secret]</c>.</summary>
    public override string ToString() => "[secret]";

    /// <summary>Zeroes the bytes.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_utf8);
        _disposed = true;
    }
}
