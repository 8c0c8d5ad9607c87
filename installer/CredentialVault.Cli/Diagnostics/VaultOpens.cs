using CredentialVault.Audit;
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
            await using var vault = await Vault.OpenAsync(home, TimeProvider.System, OwnersProgram.CommandLine);
            var credentials = await vault.Credentials.ListAsync();
            return [Finding.Good($"{home.Path} opens; credentials: {credentials.Count}.")];
        }
        catch (VaultException exception)
        {
            var mend = exception.Error.Code == VaultError.VaultMissing("").Code ? Invocation.Of(["init"]) : null;
            return [Finding.Problem($"{exception.Error.Sentence} [{exception.Error.Code}]", mend)];
        }
    }
}
