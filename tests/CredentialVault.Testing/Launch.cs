using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CredentialVault.Testing;

/// <summary>A browser that the owner's command line has started, without a window and with a port for DevTools.</summary>
internal sealed partial class Launch : IAsyncDisposable
{
    public static readonly TimeSpan StartTime = TimeSpan.FromSeconds(30);

    private const int MomentMilliseconds = 50;

    private readonly Process _process;

    private Launch(Process process, Uri devTools)
    {
        _process = process;
        DevTools = devTools;
    }

    /// <summary>Where the browser takes DevTools commands.</summary>
    public Uri DevTools { get; }

    /// <summary>Starts it.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="command">The command, such as <c>launch</c> with its profile.</param>
    /// <param name="environment">Environment variables, or null for those of the tests.</param>
    public static async Task<Launch> StartAsync(Owner owner, IReadOnlyList<string> command, IReadOnlyDictionary<string, string>? environment = null)
    {
        var process = owner.Start([.. command, "--headless", "--remote-debugging-port", "0"], environment);
        try
        {
            _ = process.StandardError.ReadToEndAsync();
            var devTools = await ReadAddressAsync(process).WaitAsync(StartTime);
            _ = process.StandardOutput.ReadToEndAsync();
            return new Launch(process, devTools);
        }
        catch
        {
            await EndAsync(process);
            throw;
        }
    }

    /// <summary>Waits until a tab shows an address that ends so.</summary>
    /// <param name="address">The end of it.</param>
    public async Task ShowsAsync(string address)
    {
        using var http = new HttpClient();
        for (var wait = Stopwatch.StartNew(); wait.Elapsed < StartTime; await Task.Delay(MomentMilliseconds))
        {
            using var tabs = JsonDocument.Parse(await http.GetStringAsync(new Uri(DevTools, "/json/list")));
            if (tabs.RootElement.EnumerateArray().Any(tab => tab.GetProperty("url").GetString()!.EndsWith(address, StringComparison.Ordinal)))
            {
                return;
            }
        }

        throw new TimeoutException($"No tab showed {address}.");
    }

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync() => await EndAsync(_process);

    private static async Task EndAsync(Process process)
    {
        if (!process.HasExited)
        {
            using var term = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await term.WaitForExitAsync();
            await process.WaitForExitAsync().WaitAsync(StartTime);
        }

        process.Dispose();
    }

    private static async Task<Uri> ReadAddressAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (AddressPattern().Match(line) is { Success: true } match)
            {
                return new Uri(match.Value);
            }
        }

        throw new InvalidOperationException("The browser ended before it could be driven.");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AddressPattern();
}
