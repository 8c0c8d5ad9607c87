using CredentialVault.Host.Messages;
using CredentialVault.Profiles;
using CredentialVault.SignIn;

namespace CredentialVault.Host.Handlers;

internal sealed class ReportHandler()
    : Handler<ReportRequest, ReportAnswer>(MessageType.Report, [Role.Agent], MessageJsonContext.Default.ReportRequest, MessageJsonContext.Default.ReportAnswer)
{
    protected override async Task<ReportAnswer> AnswerAsync(OpenedVault opened, Caller caller, ReportRequest request)
    {
        var happened = request.Event switch
        {
            "page-changed" => PageEvent.PageChanged,
            "filled" => PageEvent.Filled,
            "not-filled" => PageEvent.NotFilled,
            "time-is-up" => PageEvent.TimeIsUp,
            "tab-closed" => PageEvent.TabClosed,
            "handed-over" => PageEvent.HandedOver,
            _ => throw ProtocolErrors.BadMessage.AsException(),
        };
        var submission = request.Submission switch
        {
            null or "unseen" => Submission.Unseen,
            "navigated" => Submission.Navigated,
            "sent" => Submission.Sent,
            "failed" => Submission.Failed,
            "refused" => Submission.Refused,
            "interrupted" => Submission.Interrupted,
            _ => throw ProtocolErrors.BadMessage.AsException(),
        };
        return new ReportAnswer(NextMember.Of(
            await opened.SignIns.ReportAsync(caller, request.SignIn, request.Page.ToPageIdentity(), request.Seen.ToPageSeen(), happened, submission)));
    }
}
