namespace CredentialVault.Host.Messages;

internal sealed record ListPlacesRequest;

/// <param name="Profiles">The profiles.</param>
/// <param name="Automations">The automations.</param>
/// <param name="CommandLine">How the command line is called in a terminal.</param>
internal sealed record ListPlacesAnswer(IReadOnlyList<ProfileMember> Profiles, IReadOnlyList<AutomationMember> Automations, string CommandLine);

internal sealed record ProfileMember(string Name, string Role);

internal sealed record AutomationMember(string Name, IReadOnlyList<string> Profiles);

internal sealed record AddAutomationRequest(string Name, IReadOnlyList<string> Profiles);

internal sealed record RemoveAutomationRequest(string Name);
