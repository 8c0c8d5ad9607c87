using CredentialVault.Cli.Terminal;
using CredentialVault.Credentials;
using CredentialVault.SignIn;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Diagnostics;

/// <summary>Whether every credential may be tried, and is the only one where it is attached.</summary>
internal sealed class CredentialsUsable(Vault vault) : IDiagnostic
{
    public string Name => "credentials";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel)
    {
        var credentials = await vault.Credentials.ListAsync();
        List<Finding> problems = [];
        foreach (var credential in credentials)
        {
            if (await vault.Guard.RefusalAsync(credential.Id) is { Reason: { } reason })
            {
                problems.Add(Finding.Problem($"The guard does not let '{credential.Overview.Label}' be tried: {Reason.ToOwner(reason)} [{reason}]", MendOf(credential, reason)));
            }
        }

        problems.AddRange(Conflict.Among(credentials).Select(conflict => Finding.Problem(
            $"{string.Join(" and ", conflict.Credentials.Select(one => $"'{one.Overview.Label}'"))} are attached to {conflict.Attachment} for {conflict.Origin}: the one is used whose username the page shows, and on a page that shows none nothing is signed in.",
            Invocation.Of(["credential", "detach", conflict.Credentials[0].Id, conflict.Attachment.ToString()]))));
        return problems.Count > 0 ? problems : [Finding.Good($"Every credential may be tried ({credentials.Count}).")];
    }

    /// <summary>Too many sign-ins pass with the hour; only time mends that.</summary>
    private static string? MendOf(Credential credential, string reason) => reason switch
    {
        Reason.PasswordWasRejected => Invocation.Of(["credential", "edit", credential.Id, "--password-env", "VAR"]),
        Reason.SignedInTooOften => null,
        _ => Invocation.Of(["credential", "unlock", credential.Id]),
    };
}
