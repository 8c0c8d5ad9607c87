namespace CredentialVault.Host.Messages;

internal sealed record ListPlacesRequest;

internal sealed record ListPlacesAnswer(IReadOnlyList<ProfileMember> Profiles, IReadOnlyList<AutomationMember> Automations);

internal sealed record ProfileMember(string Name, string Role);

internal sealed record AutomationMember(string Name, IReadOnlyList<string> Profiles);

internal sealed record AddAutomationRequest(string Name, IReadOnlyList<string> Profiles);
