using System.Diagnostics;
using CredentialVault.Errors;

namespace CredentialVault.SignIn.Chromium;

/// <summary>
/// A running Chromium that nobody but this process can drive: DevTools over two pipes, no port. When this process dies,
/// however it does, the kernel lets go of the lock on the private directory, and a small process that waits for that kills
/// the browser and all that it started.
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

    /// <summary>Whether the browser has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Absolute path of its private directory.</summary>
    public string Home => _home.Path;

    /// <summary>Takes DevTools commands.</summary>
    public Stream ToBrowser => _process.StandardInput.BaseStream;

    /// <summary>Gives answers and events.</summary>
    public Stream FromBrowser => _process.StandardOutput.BaseStream;

    /// <summary>Starts one.</summary>
    /// <param name="options">With what.</param>
    /// <exception cref="VaultException"><c>browser-missing</c>, <c>authority-invalid</c>.</exception>
    public static ChromiumProcess Start(SignInBrowserOptions options)
    {
        if (!File.Exists(options.Executable))
        {
            throw VaultError.BrowserMissing(options.Executable).AsException();
        }

        var home = PrivateHome.Create(options.Homes);
        try
        {
            if (options.CertificateAuthority is { } authorities)
            {
                TrustedAuthorities.Write(ChromiumCommandLine.UserDataDirectory(home.Path), authorities);
            }

            var process = Process.Start(StartInfo(options, home)) ?? throw VaultError.BrowserMissing(options.Executable).AsException();
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

    private static ProcessStartInfo StartInfo(SignInBrowserOptions options, PrivateHome home)
    {
        // Process gives a child no descriptors beyond 2, so a shell moves them and becomes the browser. Before, it leaves the
        // watcher behind, in the process group that setsid has made for all of them; it holds no end of the pipes.
        // Absolute paths, since PATH may be an agent's choice.
        const string Script = """
            /usr/bin/flock "$1" /bin/sh -c 'kill -KILL 0' </dev/null >/dev/null 2>&1 &
            shift
            exec "$@" 3<&0 4>&1 0</dev/null 1>/dev/null 2>/dev/null
            """;
        var start = new ProcessStartInfo("/usr/bin/setsid", ["/bin/sh", "-c", Script, "sh", home.LockFile, options.Executable, .. ChromiumCommandLine.Arguments(home.Path, options)])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = home.Path,
        };
        start.Environment.Clear();
        foreach (var (name, value) in ChromiumCommandLine.Variables(home.Path, options.Headed))
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
