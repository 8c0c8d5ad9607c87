using System.Text.Json;
using CredentialVault.Host.Messages;
using CredentialVault.Profiles;
using CredentialVault.Sealing;

namespace CredentialVault.Host.Handlers;

internal sealed class FillHandler()
    : Handler<FillRequest, FillAnswer>(MessageType.Fill, [Role.Agent], MessageJsonContext.Default.FillRequest, MessageJsonContext.Default.FillAnswer)
{
    protected override async Task<FillAnswer> AnswerAsync(OpenedVault opened, Caller caller, FillRequest request)
    {
        var recipient = SealingKey.FromJwk(JsonSerializer.SerializeToUtf8Bytes(request.Key, MessageJsonContext.Default.KeyMember));
        var (values, rememberDevice, instruction) = await opened.SignIns.FillAsync(caller, request.SignIn, request.Page.ToPageIdentity(), request.Fields, recipient);
        return new FillAnswer([.. values.Select(value => new ValueMember(value.Field, value.Sealed.Compact))], rememberDevice, NextMember.Of(instruction));
    }
}
