using CredentialVault.Vaults;

namespace CredentialVault.SignIn;

/// <summary>
/// Lets only so many sign-in browsers run at a time, over all hosts of a vault. A turn is a lock on a file, which the
/// kernel lets go of when its holder dies.
/// </summary>
/// <param name="home">Where the vault is; the files are in its folder <c>turns</c>.</param>
/// <param name="most">How many at a time, at least 1.</param>
/// <param name="time">The clock.</param>
public sealed class SignInTurns(VaultHome home, int most, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    /// <summary>As many at a time as the machine has processors.</summary>
    /// <param name="home">Where the vault is.</param>
    /// <param name="time">The clock.</param>
    public static SignInTurns OfThisMachine(VaultHome home, TimeProvider time) => new(home, Environment.ProcessorCount, time);

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
            if (Enumerable.Range(1, most).Select(TryTake).FirstOrDefault(turn => turn is not null) is { } taken)
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

    private FileStream? TryTake(int number)
    {
        var file = Path.Combine(home.Turns, $"{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}.lock");
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
