using OtpNet;

namespace CredentialVault.Testing.FullPower;

/// <summary>The codes that a site may be told in the next minutes (RFC 6238, 6 digits, 30 s, SHA-1).</summary>
public static class PossibleCodes
{
    private const int Steps = 20;
    private const int StepSeconds = 30;

    /// <summary>Codes from the step before this one on, for ten minutes.</summary>
    /// <param name="seed">Base32; spaces are passed over.</param>
    public static IReadOnlyCollection<PossibleCode> Of(string seed)
    {
        var totp = new Totp(Base32Encoding.ToBytes(seed.Replace(" ", "", StringComparison.Ordinal)));
        var now = DateTime.UtcNow;
        return [.. Enumerable.Range(-1, Steps).Select(step => now.AddSeconds(step * StepSeconds)).Select(at => new PossibleCode(totp.ComputeTotp(at), at.AddSeconds(-StepSeconds)))];
    }
}

/// <summary>A code that a site may be told.</summary>
/// <param name="Code">Its digits.</param>
/// <param name="NotBefore">Before this nobody has made it.</param>
public sealed record PossibleCode(string Code, DateTime NotBefore);
