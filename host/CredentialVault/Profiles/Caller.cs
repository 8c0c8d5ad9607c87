namespace CredentialVault.Profiles;

/// <summary>Who is asking: a registered profile and the automation that its browser was started for.</summary>
/// <param name="Profile">The profile, known from how the host was started.</param>
/// <param name="Automation">The automation, or null when the browser was started without one.</param>
public sealed record Caller(Profile Profile, Automation? Automation);
