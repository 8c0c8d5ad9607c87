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
    string? ReturnTo,
    int? Parts,
    bool Clear,
    string? Way = null,
    string? Account = null,
    string? GoTo = null)
{
    public static NextMember Of(Instruction instruction)
    {
        var (step, status, returnTo) = instruction;
        return step switch
        {
            Step.Fill(var fields) => Plain("fill", status) with { Fields = fields, BoundMilliseconds = Milliseconds(SignInFlow.AnswerTime) },
            Step.Press(var way) press => Plain("press", status) with { Way = way, Account = instruction.Account, BoundMilliseconds = Milliseconds(press.Bound) },
            Step.Watch(var bound) => Plain("watch", status) with { BoundMilliseconds = Milliseconds(bound) },
            Step.GoToStart(var bound) => Plain("go", status) with { BoundMilliseconds = Milliseconds(bound), GoTo = instruction.GoTo },
            Step.Return(var bound) => Plain("return", status) with { BoundMilliseconds = Milliseconds(bound), ReturnTo = returnTo },
            Step.Wait(var time, _) => Plain("wait", status) with { WaitMilliseconds = Milliseconds(time) },
            Step.Await => Plain("session", status),
            Step.HandOver(var parts, var clear) => Plain("hand-over", status) with { Parts = parts, Clear = clear, ReturnTo = returnTo },
            Step.Ended(var outcome) => Plain("ended", status) with { Outcome = new(outcome.Code, outcome.Sentence, outcome.Reason), ReturnTo = returnTo },
            _ => throw new InvalidOperationException("A step without a word on the wire."),
        };
    }

    private static NextMember Plain(string what, string status) => new(what, [], null, null, status, null, null, null, Clear: false);

    private static long Milliseconds(TimeSpan time) => (long)Math.Ceiling(time.TotalMilliseconds);
}

/// <summary>How a sign-in ended.</summary>
internal sealed record OutcomeMember(string Code, string Sentence, string? Reason);
