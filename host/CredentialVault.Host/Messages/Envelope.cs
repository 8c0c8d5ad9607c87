using System.Text.Json;

namespace CredentialVault.Host.Messages;

/// <summary>What stands around every request.</summary>
internal sealed record Request(int Version, long Id, string Type, JsonElement Body);

/// <summary>What stands around every answer.</summary>
internal sealed record Answer(int Version, long Id, string Type, JsonElement Body);

/// <summary>The body of an answer to a request that could not be handled.</summary>
internal sealed record ErrorAnswer(string Code, string Message, string? Field);

/// <summary>The version of the protocol and the types of its messages.</summary>
internal static class MessageType
{
    public const int Version = 1;

    /// <summary>The largest whole number that JavaScript keeps exact (ECMA-262, Number.MAX_SAFE_INTEGER).</summary>
    public const long LargestId = (1L << 53) - 1;

    public const string Error = "error";
    public const string Hello = "hello";
    public const string SignIn = "sign-in";
    public const string MakeReady = "make-ready";
    public const string Fill = "fill";
    public const string Report = "report";
    public const string Session = "session";
    public const string SessionPart = "session-part";
    public const string ListCredentials = "list-credentials";
    public const string BeginDraft = "begin-draft";
    public const string SaveCredential = "save-credential";
    public const string RemoveCredential = "remove-credential";
    public const string UnlockCredential = "unlock-credential";
    public const string GetDraftCode = "get-draft-code";
    public const string GetCode = "get-code";
    public const string ListPlaces = "list-places";
    public const string AddAutomation = "add-automation";
    public const string RemoveAutomation = "remove-automation";
    public const string VerifyCredential = "verify-credential";
    public const string Verification = "verification";
    public const string VerificationPicture = "verification-picture";
    public const string ListAudit = "list-audit";
}
