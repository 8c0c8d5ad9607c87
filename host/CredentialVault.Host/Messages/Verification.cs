using CredentialVault.SignIn;

namespace CredentialVault.Host.Messages;

internal sealed record VerifyCredentialAnswer(string Verification);

internal sealed record VerificationRequest(string Verification, int Steps);

internal sealed record VerificationAnswer(IReadOnlyList<VerificationStepMember> Steps, VerificationEndMember? Ended)
{
    /// <param name="progress">How far it has come.</param>
    public static VerificationAnswer Of(VerificationProgress progress) => new(
        [.. progress.Steps.Select(now => new VerificationStepMember(now.Step.Stage.ToName(), now.Step.ToSentence(), now.State.ToName(), (long?)now.Took?.TotalMilliseconds))],
        progress.End is { } end
            ? new VerificationEndMember(end.Works, end.Code, end.Reason, end.Sentence, (long)end.After.TotalMilliseconds, end.Remarks, end.Reflected, end.ClockDoubt, end.PictureParts)
            : null);
}

internal sealed record VerificationStepMember(string What, string Sentence, string State, long? Milliseconds);

internal sealed record VerificationEndMember(
    bool Works, string Code, string? Reason, string Sentence, long Milliseconds, IReadOnlyList<string> Remarks, IReadOnlyList<string> Reflected, string? ClockDoubt, int PictureParts);

internal sealed record VerificationPictureRequest(string Verification, int Part);

/// <summary>A piece of a JPEG in base64.</summary>
internal sealed record VerificationPictureAnswer(string Text);
