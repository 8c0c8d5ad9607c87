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

    /// <summary>Whether so little of the step is left that the code may be over before a site has it.</summary>
    /// <param name="now">A moment of the step.</param>
    /// <param name="margin">How much is needed; half of the step where that is shorter.</param>
    public bool IsEnding(DateTimeOffset now, TimeSpan margin)
    {
        var half = (ValidUntil - ValidFrom) / 2;
        return ValidUntil - now < (half < margin ? half : margin);
    }

    /// <summary>Wipes the digits.</summary>
    public void Dispose() => Value.Dispose();
}
