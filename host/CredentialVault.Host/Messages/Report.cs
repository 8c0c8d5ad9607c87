namespace CredentialVault.Host.Messages;

internal sealed record ReportRequest(string SignIn, PageMember Page, SeenMember Seen, string Event, string? Submission);

internal sealed record ReportAnswer(NextMember Next);
