using CredentialVault.Errors;
using CredentialVault.Keys;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Diagnostics;

/// <summary>Whether what is sealed with the public key can be opened with the private one.</summary>
internal sealed class KeysBelongTogether(VaultHome home) : IDiagnostic
{
    public string Name => "keys";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Finding>>([Check()]);

    private Finding Check()
    {
        try
        {
            var keys = new KeyDirectory(home.Keys);
            using var opening = keys.ReadOpeningKey();
            return opening.Kid == keys.ReadSealingKey().Kid
                ? Finding.Good("The keys belong together.")
                : Finding.Problem("The private key does not belong to the public one: put the keys back from a backup.");
        }
        catch (VaultException exception)
        {
            return Finding.Problem($"{exception.Error.Sentence} [{exception.Error.Code}]");
        }
    }
}
