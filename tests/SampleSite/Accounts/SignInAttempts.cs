using Microsoft.AspNetCore.Identity;

namespace SampleSite.Accounts;

/// <summary>The sign-in forms that arrived since the site was started.</summary>
/// <param name="time">Where the time comes from.</param>
public sealed class SignInAttempts(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly List<SignInAttempt> _attempts = [];

    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<SignInAttempt> All()
    {
        lock (_lock)
        {
            return [.. _attempts];
        }
    }

    /// <summary>Writes one down.</summary>
    /// <param name="email">The account, or null when there is none.</param>
    /// <param name="step">What was sent.</param>
    /// <param name="answer">What the site made of it.</param>
    public void Add(string? email, SignInStep step, SignInAnswer answer)
    {
        lock (_lock)
        {
            _attempts.Add(new SignInAttempt(time.GetUtcNow(), email, step, answer));
        }
    }

    /// <summary>Writes one down that Identity has answered.</summary>
    /// <param name="email">The account, or null when there is none.</param>
    /// <param name="step">What was sent.</param>
    /// <param name="result">Identity's answer.</param>
    public void Add(string? email, SignInStep step, SignInResult result) => Add(email, step, result switch
    {
        { Succeeded: true } => SignInAnswer.Succeeded,
        { RequiresTwoFactor: true } => SignInAnswer.CodeRequired,
        { IsLockedOut: true } => SignInAnswer.LockedOut,
        _ => SignInAnswer.Rejected,
    });
}
