using CredentialVault.Host.Messages;
using CredentialVault.Profiles;

namespace CredentialVault.Host.Handlers;

internal sealed class ListPlacesHandler() : Handler<ListPlacesRequest, ListPlacesAnswer>(
    MessageType.ListPlaces, [Role.Owner], MessageJsonContext.Default.ListPlacesRequest, MessageJsonContext.Default.ListPlacesAnswer)
{
    protected override async Task<ListPlacesAnswer> AnswerAsync(OpenedVault opened, Caller caller, ListPlacesRequest request) => new(
        [.. (await opened.Vault.Profiles.ListProfilesAsync()).Select(profile => new ProfileMember(profile.Name, profile.Role.ToName()))],
        [.. (await opened.Vault.Profiles.ListAutomationsAsync()).Select(automation => new AutomationMember(automation.Name, automation.Profiles))],
        CommandLineProgram.CallFor(opened.Vault.Home));
}
