using CredentialVault.SignIn;

namespace CredentialVault.Host.Messages;

/// <summary>What the extension does now.</summary>
internal sealed record NextMember(
    string Do,
    IReadOnlyList<string> Fields,
    long? WaitMilliseconds,
    long? BoundMilliseconds,
    string Status,
    OutcomeMember? Outcome,
    string? ReturnTo)
{
    public static NextMember Of(Instruction instruction)
    {
        var (step, status, returnTo) = instruction;
        return step switch
        {
            Step.Fill(var fields) => new("fill", fields, null, Milliseconds(SignInFlow.AnswerTime), status, null, null),
            Step.Watch(var bound) => new("watch", [], null, Milliseconds(bound), status, null, null),
            Step.Return(var bound) => new("return", [], null, Milliseconds(bound), status, null, returnTo),
            Step.Wait(var time, _) => new("wait", [], Milliseconds(time), null, status, null, null),
            Step.Ended(var outcome) => new("ended", [], null, null, status, new(outcome.Code, outcome.Sentence, outcome.Reason), returnTo),
            _ => throw new InvalidOperationException("A step without a word on the wire."),
        };
    }

    private static long Milliseconds(TimeSpan time) => (long)Math.Ceiling(time.TotalMilliseconds);
}

/// <summary>How a sign-in ended.</summary>
internal sealed record OutcomeMember(string Code, string Sentence, string? Reason);
