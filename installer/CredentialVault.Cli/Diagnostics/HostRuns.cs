using System.ComponentModel;
using System.Diagnostics;
using CredentialVault.Cli.Browsers;

namespace CredentialVault.Cli.Diagnostics;

/// <summary>Whether the host program starts, and ends at the end of its input.</summary>
internal sealed class HostRuns(InstalledParts parts) : IDiagnostic
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    public string Name => "host";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel) => [await CheckAsync(cancel)];

    private async Task<Finding> CheckAsync(CancellationToken cancel)
    {
        if (!File.Exists(parts.Host))
        {
            return Finding.Problem($"There is no host program at {parts.Host}.", "eng/build.sh");
        }

        if (!File.Exists(Path.Combine(parts.Programs, InstalledParts.SqliteName)))
        {
            return Finding.Problem($"{InstalledParts.SqliteName} is missing beside {parts.Host}.", "eng/build.sh");
        }

        try
        {
            var clock = Stopwatch.StartNew();
            using var host = Process.Start(new ProcessStartInfo(parts.Host) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
            host.StandardInput.Close();
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(Limit);
            try
            {
                await host.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                host.Kill();
                return Finding.Problem($"{parts.Host} does not end at the end of its input.", "eng/build.sh");
            }

            // 128 and more is a signal: it crashed. An ordinary refusal is right, since no browser has started it.
            return host.ExitCode < 128
                ? Finding.Good($"{parts.Host} starts and ends ({clock.ElapsedMilliseconds} ms).")
                : Finding.Problem($"{parts.Host} crashes.", "eng/build.sh");
        }
        catch (Win32Exception)
        {
            return Finding.Problem($"{parts.Host} cannot be started.", "eng/build.sh");
        }
    }
}
