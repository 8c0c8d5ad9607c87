using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CredentialVault.Errors;
using CredentialVault.Secrets;
using OtpNet;

namespace CredentialVault.OneTimeCodes;

/// <summary>What one-time codes are made from (RFC 6238): the shared key, the hash, the digits and the period.</summary>
public sealed class TotpSeed : IDisposable
{
    private readonly byte[] _key;
    private readonly Hotp _codes;
    private bool _disposed;

    internal TotpSeed(ReadOnlySpan<byte> key, TotpAlgorithm algorithm, int digits, TimeSpan period)
    {
        _key = GC.AllocateUninitializedArray<byte>(key.Length, pinned: true);
        key.CopyTo(_key);
        (Algorithm, Digits, Period) = (algorithm, digits, period);

        // TOTP is HOTP over the time step (RFC 6238 section 4.2); here the step is given, not the time.
        _codes = new(
            new SeedHmac(_key),
            algorithm switch
            {
                TotpAlgorithm.Sha256 => OtpHashMode.Sha256,
                TotpAlgorithm.Sha512 => OtpHashMode.Sha512,
                _ => OtpHashMode.Sha1,
            },
            digits);
    }

    /// <summary>The hash.</summary>
    public TotpAlgorithm Algorithm { get; }

    /// <summary>How many digits a code has: 6 to 8.</summary>
    public int Digits { get; }

    /// <summary>How long a step is, in whole seconds.</summary>
    public TimeSpan Period { get; }

    /// <summary>Reads a seed as sites show it.</summary>
    /// <param name="text">
    /// Base32 (RFC 4648) of at least 10 characters, padded or not, in any case, with spaces or dashes: SHA-1, 6 digits,
    /// 30 seconds. Or an <c>otpauth://totp/</c> link with <c>secret</c> and, where they differ from that, <c>algorithm</c>,
    /// <c>digits</c> (6 to 8) and <c>period</c> (seconds). At most 2048 characters.
    /// </param>
    /// <exception cref="VaultException"><see cref="VaultError.SeedInvalid"/>.</exception>
    public static TotpSeed Parse(ReadOnlySpan<char> text) => SeedText.Parse(text);

    /// <summary>Reads a seed as sites show it.</summary>
    /// <param name="text">As for <see cref="Parse(ReadOnlySpan{char})"/>; it stays as it is.</param>
    /// <exception cref="VaultException"><see cref="VaultError.SeedInvalid"/>.</exception>
    public static TotpSeed Parse(Secret text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var characters = GC.AllocateArray<char>(text.Length, pinned: true);
        try
        {
            return SeedText.Parse(characters.AsSpan(0, Encoding.UTF8.GetChars(text.Utf8, characters)));
        }
        finally
        {
            characters.AsSpan().Clear();
        }
    }

    /// <summary>Reads what <see cref="ToStored"/> wrote.</summary>
    /// <param name="stored">The stored form; it stays as it is.</param>
    /// <exception cref="VaultException"><see cref="VaultError.SeedInvalid"/>.</exception>
    public static TotpSeed FromStored(Secret stored) => Parse(stored);

    /// <summary>The one form that the vault keeps: an <c>otpauth://totp/</c> link without a label and with every parameter.</summary>
    /// <exception cref="ObjectDisposedException">It was wiped.</exception>
    public Secret ToStored()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);

        var parameters = string.Create(
            CultureInfo.InvariantCulture,
            $"&algorithm={SeedText.NameOf(Algorithm)}&digits={Digits}&period={(long)Period.TotalSeconds}");
        const string Start = "otpauth://totp/?secret=";
        var encoded = Base32.EncodedLength(_key.Length);
        var text = GC.AllocateArray<char>(Start.Length + encoded + parameters.Length, pinned: true);
        try
        {
            Start.CopyTo(text);
            Base32.Encode(_key, text.AsSpan(Start.Length, encoded));
            parameters.CopyTo(text.AsSpan(Start.Length + encoded));
            return Secret.FromText(text);
        }
        finally
        {
            text.AsSpan().Clear();
        }
    }

    /// <summary>The key as sites show it: Base32 (RFC 4648) in upper case, without padding.</summary>
    /// <exception cref="ObjectDisposedException">It was wiped.</exception>
    public Secret ToBase32()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var text = GC.AllocateArray<char>(Base32.EncodedLength(_key.Length), pinned: true);
        try
        {
            Base32.Encode(_key, text);
            return Secret.FromText(text);
        }
        finally
        {
            text.AsSpan().Clear();
        }
    }

    /// <summary>The code of the step that this moment is in.</summary>
    /// <param name="time">Not before 1970.</param>
    /// <exception cref="ObjectDisposedException">It was wiped.</exception>
    public OneTimeCode CodeAt(DateTimeOffset time)
    {
        var sinceEpoch = time - DateTimeOffset.UnixEpoch;
        ArgumentOutOfRangeException.ThrowIfLessThan(sinceEpoch, TimeSpan.Zero, nameof(time));
        return CodeForStep(sinceEpoch.Ticks / Period.Ticks);
    }

    /// <summary>The code of a step.</summary>
    /// <param name="step">Whole periods since 1970-01-01: not negative, and before the year 10000.</param>
    /// <exception cref="ObjectDisposedException">It was wiped.</exception>
    public OneTimeCode CodeForStep(long step)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(
            step, (DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks / Period.Ticks);
        return new(Secret.FromText(_codes.ComputeHOTP(step)), step, Period);
    }

    /// <summary>Wipes the key.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_key);
        _disposed = true;
    }
}
