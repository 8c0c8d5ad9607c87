using CredentialVault.Errors;
using CredentialVault.Cli.Terminal;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Diagnostics;

/// <summary>Whether the vault opens and can be listed.</summary>
internal sealed class VaultOpens(VaultHome home) : IDiagnostic
{
    public string Name => "vault";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel)
    {
        try
        {
            await using var vault = await Vault.OpenAsync(home, TimeProvider.System);
            var credentials = await vault.Credentials.ListAsync();
            var stopped = credentials.Where(one => one.StoppedReason is not null).Select(one => Finding.Note(
                $"The guard has stopped '{one.Overview.Label}' ({one.StoppedReason}); change it, or: {Invocation.Of(["credential", "unlock", one.Id])}"));
            return [Finding.Good($"{home.Path} opens; credentials: {credentials.Count}."), .. stopped];
        }
        catch (VaultException exception)
        {
            var mend = exception.Error.Code == VaultError.VaultMissing("").Code ? Invocation.Of(["init"]) : null;
            return [Finding.Problem($"{exception.Error.Sentence} [{exception.Error.Code}]", mend)];
        }
    }
}
