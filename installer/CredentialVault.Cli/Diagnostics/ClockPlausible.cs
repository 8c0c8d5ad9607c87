using CredentialVault.Cli.Terminal;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Diagnostics;

/// <summary>Whether the clock can be right: one-time codes are made from it.</summary>
internal sealed class ClockPlausible(Vault vault) : IDiagnostic
{
    public string Name => "clock";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel)
    {
        var now = DateTimeOffset.UtcNow;
        return
        [
            await ClockDoubt.LaterThanNowAsync(vault, now) is { } later
                ? Finding.Problem($"It says {LocalTime.Of(now)}, but something was written at {LocalTime.Of(later)}: one-time codes will be wrong.", "timedatectl set-ntp true")
                : Finding.Good($"It says {LocalTime.Of(now)}, and nothing known is later; one-time codes need it right to a few seconds."),
        ];
    }
}
