using CredentialVault.Cli.Browsers;
using CredentialVault.Cli.Terminal;
using CredentialVault.Profiles;

namespace CredentialVault.Cli.Diagnostics;

/// <summary>Whether a profile's browser will find the host, by files that nobody has changed.</summary>
internal sealed class ProfileFiles(Profile profile, Registration registration) : IDiagnostic
{
    public string Name => $"profile {profile.Name}";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Finding>>(
        [registration.ProblemOf(profile) is { } problem
            ? Finding.Problem($"{problem}.", Invocation.Of(["launch", "--profile", profile.Name]) + "   (writes it anew)")
            : Finding.Good("Its manifest and its link to the host are as they were written.")]);
}
