using CredentialVault.Secrets;

namespace CredentialVault.OneTimeCodes;

/// <summary>A code and the time step it belongs to.</summary>
public sealed class OneTimeCode : IDisposable
{
    internal OneTimeCode(Secret value, long step, TimeSpan period)
    {
        Value = value;
        Step = step;
        ValidFrom = DateTimeOffset.UnixEpoch + (step * period);
        ValidUntil = ValidFrom + period;
    }

    /// <summary>The digits, with leading zeros; disposed together with this.</summary>
    public Secret Value { get; }

    /// <summary>The time step: whole periods since 1970-01-01 (T in RFC 6238 section 4.2).</summary>
    public long Step { get; }

    /// <summary>The first moment of the step.</summary>
    public DateTimeOffset ValidFrom { get; }

    /// <summary>The first moment after the step.</summary>
    public DateTimeOffset ValidUntil { get; }

    /// <summary>Wipes the digits.</summary>
    public void Dispose() => Value.Dispose();
}
