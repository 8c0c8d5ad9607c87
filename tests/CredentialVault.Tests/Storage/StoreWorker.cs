using System.Diagnostics;

namespace CredentialVault.Tests.Storage;

/// <summary>Another process that has the vault open.</summary>
internal sealed class StoreWorker : IDisposable
{
    private readonly Process _process;

    private StoreWorker(Process process) => _process = process;

    /// <summary>Starts it and waits until it has opened the vault.</summary>
    public static async Task<StoreWorker> StartAsync(string what, string database, string subject, int times)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var argument in new[] { "exec", Path.Combine(AppContext.BaseDirectory, "CredentialVault.StoreWorker.dll"), what, database, subject, $"{times}" })
        {
            start.ArgumentList.Add(argument);
        }

        var worker = new StoreWorker(Process.Start(start)!);
        Assert.Equal("ready", await worker.ReadLineAsync());
        return worker;
    }

    /// <summary>Lets it begin.</summary>
    public Task GoAsync() => _process.StandardInput.WriteLineAsync("go");

    public async Task<string?> ReadLineAsync() => await _process.StandardOutput.ReadLineAsync();

    /// <summary>What it says until it ends by itself.</summary>
    public async Task<string[]> ReadToEndAsync()
    {
        var said = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        Assert.Equal(0, _process.ExitCode);
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Ends it like <c>kill -9</c>, and gives what it had said until then.</summary>
    public async Task<string[]> KillAsync()
    {
        _process.Kill();
        var said = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();

        // A last line without its end was not said whole.
        return said.Split('\n')[..^1];
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
