using CredentialVault.Vaults;

namespace CredentialVault.SignIn;

/// <summary>
/// Lets only so many sign-in browsers run at a time, and only so many be kept ready, over all hosts of a vault. A turn is a lock on a file, which the
/// kernel lets go of when its holder dies.
/// </summary>
/// <param name="home">Where the vault is; the files are in its folder <c>turns</c>.</param>
/// <param name="most">How many at a time of each, at least 1.</param>
/// <param name="time">The clock.</param>
public sealed class SignInTurns(VaultHome home, int most, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    /// <summary>As many at a time as the owner has said, else as the machine has processors.</summary>
    /// <param name="vault">The vault.</param>
    /// <param name="time">The clock.</param>
    public static async Task<SignInTurns> ForAsync(Vault vault, TimeProvider time) =>
        new(vault.Home, (await vault.Guard.LimitsAsync()).SignInBrowsers ?? Environment.ProcessorCount, time);

    /// <summary>Waits for a turn. It ends when the result is disposed of.</summary>
    /// <param name="waiting">Called once if it has to wait.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public async Task<IDisposable> TakeAsync(Action waiting, CancellationToken cancel)
    {
        OwnerOnly.CreateDirectory(home.Turns);
        var told = false;
        while (true)
        {
            if (TryTake("") is { } taken)
            {
                return taken;
            }

            if (!told)
            {
                told = true;
                waiting();
            }

            await Task.Delay(Pause, time, cancel);
        }
    }

    /// <summary>Takes a turn to keep a browser ready, of which there are as many besides. It ends when the result is disposed of.</summary>
    /// <returns>Null when all are taken.</returns>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public IDisposable? TryTakeToBeReady()
    {
        OwnerOnly.CreateDirectory(home.Turns);
        return TryTake("ready-");
    }

    private FileStream? TryTake(string kind) => Enumerable.Range(1, most).Select(number => TryTake(kind, number)).FirstOrDefault(turn => turn is not null);

    private FileStream? TryTake(string kind, int number)
    {
        var file = Path.Combine(home.Turns, FormattableString.Invariant($"{kind}{number}.lock"));
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Somebody has it.
            return null;
        }
    }
}
