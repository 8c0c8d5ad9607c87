using System.Text.Json.Serialization;

namespace CredentialVault.Host.Messages;

/// <summary>
/// Every type that can be a message, and so everything that can leave the host. Reading is strict:
/// what the protocol does not name, names twice or leaves out is an error.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = 8)]
[JsonSerializable(typeof(Request))]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(HelloRequest))]
[JsonSerializable(typeof(HelloAnswer))]
[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(SignInAnswer))]
[JsonSerializable(typeof(MakeReadyRequest))]
[JsonSerializable(typeof(MakeReadyAnswer))]
[JsonSerializable(typeof(FillRequest))]
[JsonSerializable(typeof(FillAnswer))]
[JsonSerializable(typeof(ReportRequest))]
[JsonSerializable(typeof(ReportAnswer))]
[JsonSerializable(typeof(SessionRequest))]
[JsonSerializable(typeof(SessionAnswer))]
[JsonSerializable(typeof(SessionPartRequest))]
[JsonSerializable(typeof(SessionPartAnswer))]
[JsonSerializable(typeof(ListCredentialsRequest))]
[JsonSerializable(typeof(ListCredentialsAnswer))]
[JsonSerializable(typeof(ListPlacesRequest))]
[JsonSerializable(typeof(ListPlacesAnswer))]
[JsonSerializable(typeof(AddAutomationRequest))]
[JsonSerializable(typeof(RemoveAutomationRequest))]
[JsonSerializable(typeof(BeginDraftRequest))]
[JsonSerializable(typeof(BeginDraftAnswer))]
[JsonSerializable(typeof(SaveCredentialRequest))]
[JsonSerializable(typeof(SaveCredentialAnswer))]
[JsonSerializable(typeof(CredentialRequest))]
[JsonSerializable(typeof(DoneAnswer))]
[JsonSerializable(typeof(GetDraftCodeRequest))]
[JsonSerializable(typeof(CodeAnswer))]
[JsonSerializable(typeof(VerifyCredentialAnswer))]
[JsonSerializable(typeof(VerificationRequest))]
[JsonSerializable(typeof(VerificationAnswer))]
[JsonSerializable(typeof(VerificationPictureRequest))]
[JsonSerializable(typeof(VerificationPictureAnswer))]
[JsonSerializable(typeof(ListAuditRequest))]
[JsonSerializable(typeof(ListAuditAnswer))]
internal sealed partial class MessageJsonContext : JsonSerializerContext;
