using CredentialVault.Cli.Terminal;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Diagnostics;

/// <summary>Whether the clock can be right: one-time codes are made from it.</summary>
internal sealed class ClockPlausible(Vault vault) : IDiagnostic
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    public string Name => "clock";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel)
    {
        var now = DateTimeOffset.UtcNow;
        var latest = (await vault.Audit.ReadAsync(1)).Select(record => record.At)
            .Concat((await vault.Credentials.ListAsync()).Select(credential => credential.UpdatedAt))
            .Concat((await vault.Profiles.ListProfilesAsync()).Select(profile => profile.LastContact?.At ?? default))
            .Append(new DateTimeOffset(File.GetLastWriteTimeUtc(Environment.ProcessPath!)))
            .Max();
        return
        [
            latest <= now + Tolerance
                ? Finding.Good($"It says {LocalTime.Of(now)}, and nothing known is later; one-time codes need it right to a few seconds.")
                : Finding.Problem($"It says {LocalTime.Of(now)}, but something was written at {LocalTime.Of(latest)}: one-time codes will be wrong.", "timedatectl set-ntp true"),
        ];
    }
}
