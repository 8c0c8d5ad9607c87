using System.Text;
using CredentialVault.OneTimeCodes;

namespace CredentialVault.Host.Messages;

internal sealed record GetDraftCodeRequest(string Draft, string Sealed);

/// <summary>A current one-time code: all that an owner is ever told of a secret.</summary>
internal sealed record CodeAnswer(string Code, int SecondsLeft, int Period, bool UsedBefore, string? ClockDoubt)
{
    /// <param name="code">The code, which stays the caller's.</param>
    /// <param name="now">The time.</param>
    /// <param name="usedBefore">Whether its time step was used before.</param>
    /// <param name="clockDoubt">A sentence, or null.</param>
    public static CodeAnswer Of(OneTimeCode code, DateTimeOffset now, bool usedBefore, string? clockDoubt) => new(
        Encoding.UTF8.GetString(code.Value.Utf8),
        // Rather a moment too short: who reads that a second is left may rely on it.
        Math.Max(0, (int)(code.ValidUntil - now).TotalSeconds),
        (int)(code.ValidUntil - code.ValidFrom).TotalSeconds,
        usedBefore,
        clockDoubt);
}
