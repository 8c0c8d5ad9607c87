using System.Diagnostics;
using CredentialVault.Errors;

namespace CredentialVault.SignIn.Chromium;

/// <summary>
/// A running Chromium that nobody but this process can drive: DevTools over two pipes, no port. When this process dies,
/// however it does, the pipes end and the browser closes.
/// </summary>
internal sealed class ChromiumProcess : IAsyncDisposable
{
    private static readonly TimeSpan EndTime = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly PrivateHome _home;

    private ChromiumProcess(Process process, PrivateHome home)
    {
        _process = process;
        _home = home;
    }

    /// <summary>Process id of the browser.</summary>
    public int Id => _process.Id;

    /// <summary>Absolute path of its private directory.</summary>
    public string Home => _home.Path;

    /// <summary>Takes DevTools commands.</summary>
    public Stream ToBrowser => _process.StandardInput.BaseStream;

    /// <summary>Gives answers and events.</summary>
    public Stream FromBrowser => _process.StandardOutput.BaseStream;

    /// <summary>Starts one.</summary>
    /// <param name="executable">Absolute path of Chromium.</param>
    /// <param name="homes">The directory that private directories are made in.</param>
    /// <param name="proxy">The owner's proxy, or null.</param>
    /// <exception cref="VaultException"><c>browser-missing</c>.</exception>
    public static ChromiumProcess Start(string executable, string homes, string? proxy)
    {
        if (!File.Exists(executable))
        {
            throw VaultError.BrowserMissing(executable).AsException();
        }

        var home = PrivateHome.Create(homes);
        try
        {
            var process = Process.Start(StartInfo(executable, home.Path, proxy)) ?? throw VaultError.BrowserMissing(executable).AsException();
            return new ChromiumProcess(process, home);
        }
        catch
        {
            home.Dispose();
            throw;
        }
    }

    /// <summary>Ends the browser at once, since nothing of it is to be kept, and removes its directory.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync().WaitAsync(EndTime);
        }
        catch (Exception gone) when (gone is InvalidOperationException or TimeoutException)
        {
            // It had ended already, or the kernel takes its time: the directory goes all the same.
        }

        _process.Dispose();
        _home.Dispose();
    }

    private static ProcessStartInfo StartInfo(string executable, string home, string? proxy)
    {
        // Process gives a child no descriptors beyond 2, so a shell moves them and becomes the browser.
        const string MovePipes = "exec \"$0\" \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null 2>/dev/null";
        var start = new ProcessStartInfo("/bin/sh", ["-c", MovePipes, executable, .. ChromiumCommandLine.Arguments(home, proxy)])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = home,
        };
        start.Environment.Clear();
        foreach (var (name, value) in ChromiumCommandLine.Variables(home))
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
