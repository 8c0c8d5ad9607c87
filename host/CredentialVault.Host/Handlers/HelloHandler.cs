using CredentialVault.Host.Messages;
using CredentialVault.Profiles;

namespace CredentialVault.Host.Handlers;

internal sealed class HelloHandler(TimeProvider time)
    : Handler<HelloRequest, HelloAnswer>(MessageType.Hello, [Role.Agent, Role.Owner], MessageJsonContext.Default.HelloRequest, MessageJsonContext.Default.HelloAnswer)
{
    private const int MaximumText = 256;

    private static readonly string HostVersion = typeof(HelloHandler).Assembly.GetName().Version?.ToString(3) ?? "0";

    protected override async Task<HelloAnswer> AnswerAsync(OpenedVault opened, Caller caller, HelloRequest request)
    {
        if (request.Extension.Length > MaximumText || request.Browser.Length > MaximumText)
        {
            throw ProtocolErrors.BadMessage.AsException();
        }

        await opened.Vault.RecordContactAsync(caller.Profile, new Contact(time.GetUtcNow(), request.Extension, request.Browser, HostVersion, caller.Automation?.Name));
        return new HelloAnswer(HostVersion, caller.Profile.Name, caller.Profile.Role.ToName(), caller.Automation?.Name);
    }
}
