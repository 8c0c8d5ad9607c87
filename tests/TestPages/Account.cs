using System.Security.Cryptography;
using System.Text;
using OtpNet;

namespace TestPages;

/// <summary>The one account of a site.</summary>
/// <param name="asksForCode">Whether it takes a one-time code too.</param>
public sealed class Account(bool asksForCode)
{
    private const int SeedBytes = 20;

    private readonly Lock _lock = new();
    private long _lastStep = -1;

    /// <summary>The account's name.</summary>
    public string Username { get; init; } = "keeper@example.com";

    /// <summary>The account's password, made for this account alone.</summary>
    public string Password { get; } = $"Aa1!{RandomNumberGenerator.GetHexString(20)}";

    /// <summary>The TOTP seed in Base32, or null.</summary>
    public string? Seed { get; } = asksForCode ? Base32Encoding.ToString(RandomNumberGenerator.GetBytes(SeedBytes)) : null;

    /// <summary>What it takes to be signed in.</summary>
    internal IReadOnlyList<string> Wanted => Seed is null ? ["username", "password"] : ["username", "password", "code"];

    internal Given JudgeUsername(string? value) => Judge(value, Username);

    internal Given JudgePassword(string? value) => Judge(value, Password);

    /// <param name="hash">SHA-256 of the password's UTF-8 bytes in lower-case hexadecimal digits.</param>
    internal Given JudgeHash(string? hash) => hash == Hash("") ? Given.Empty : Judge(hash, Hash(Password));

    internal Given JudgeCode(string? value)
    {
        if (string.IsNullOrEmpty(value) || Seed is null)
        {
            return Judge(value, "");
        }

        lock (_lock)
        {
            var valid = new Totp(Base32Encoding.ToBytes(Seed)).VerifyTotp(value, out var step, VerificationWindow.RfcSpecifiedNetworkDelay) && step > _lastStep;
            _lastStep = valid ? step : _lastStep;
            return valid ? Given.Right : Given.Wrong;
        }
    }

    internal static Given Judge(string? value, string right) =>
        value is null ? Given.Absent : value.Length == 0 ? Given.Empty : value == right ? Given.Right : Given.Wrong;

    private static string Hash(string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)));
}
