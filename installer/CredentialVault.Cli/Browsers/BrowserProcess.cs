using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CredentialVault.Cli.Browsers.Linux;
using CredentialVault.Errors;
using CredentialVault.SignIn.Chromium;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Browsers;

/// <summary>A browser that this program started, and nothing else.</summary>
internal sealed class BrowserProcess : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan OrderlyEnd = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly BrowserStart _start;

    private readonly FileStream _turn;

    private volatile bool _askedToEnd;

    private BrowserProcess(DateTimeOffset startedAt, Process process, BrowserStart start, FileStream turn) =>
        (StartedAt, _process, _start, _turn) = (startedAt, process, start, turn);

    /// <summary>When it was started, in whole milliseconds as the vault keeps times.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>Starts it.</summary>
    /// <param name="start">How.</param>
    /// <exception cref="VaultException"><c>port-taken</c>, <c>profile-busy</c>, <c>authority-invalid</c>, <c>authorities-not-written</c>.</exception>
    public static BrowserProcess Start(BrowserStart start)
    {
        var turn = TakeTurn(start);
        try
        {
            var now = DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
            return new BrowserProcess(now, StartInTurn(start), start, turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    private static Process StartInTurn(BrowserStart start)
    {
        RunningBrowser.RefuseIfAny(start.Profile.UserDataDirectory, start.Automation);
        if (start.DevToolsPort is > 0 and var port)
        {
            RefuseTakenPort(port);
        }

        if (start.Profile.CertificateAuthority is { } authorities)
        {
            TrustedAuthorities.Write(start.Profile.UserDataDirectory, authorities);
        }

        File.Delete(DevToolsFile(start));

        // What Chromium logs is of no use to an owner, and a pipe would have to be read for as long as it runs.
        var info = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" </dev/null >/dev/null 2>&1", "sh", start.Browser.Path, .. start.Arguments]);
        info.Environment.Clear();
        foreach (var (name, value) in BrowserEnvironment.OfThisProcess())
        {
            info.Environment[name] = value;
        }

        info.Environment[VaultHome.Variable] = start.Home.Path;
        info.Environment[BrowserStart.AutomationVariable] = start.Automation;
        return Process.Start(info)!;
    }

    /// <summary>Waits until it can be used.</summary>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>The address of DevTools, or null without, or when it was asked to end before.</returns>
    /// <exception cref="VaultException"><c>browser-failed</c>, <c>profile-busy</c>: it ended before.</exception>
    public async Task<string?> WaitUntilReadyAsync(CancellationToken cancel)
    {
        while (true)
        {
            if (_process.HasExited)
            {
                if (_askedToEnd)
                {
                    return null;
                }

                // One that was started at the same time came first: Chromium then hands its window over, or ends with 21.
                RunningBrowser.RefuseIfAny(_start.Profile.UserDataDirectory, _start.Automation);
                throw VaultError.BrowserFailed(_start.Browser.Path, _process.ExitCode).AsException();
            }

            var port = _start.DevToolsPort == 0 ? PortInFile() : _start.DevToolsPort;
            if (_start.DevToolsPort is null ? RunningBrowser.Of(_start.Profile.UserDataDirectory)?.ProcessId == _process.Id : port is { } open && await AnswersAsync(open, cancel))
            {
                return port is null ? null : string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
            }

            await Task.Delay(Poll, cancel);
        }
    }

    /// <summary>Waits until it has ended.</summary>
    /// <param name="cancel">Ends the wait, not the browser.</param>
    /// <exception cref="VaultException"><c>browser-failed</c>: by itself, with an error.</exception>
    public async Task WaitForEndAsync(CancellationToken cancel = default)
    {
        await _process.WaitForExitAsync(cancel);
        if (_process.ExitCode != 0 && !_askedToEnd)
        {
            throw VaultError.BrowserFailed(_start.Browser.Path, _process.ExitCode).AsException();
        }
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Asks it to end, as closing its last window would.</summary>
    public void AskToEnd()
    {
        _askedToEnd = true;
        if (!_process.HasExited)
        {
            _ = NativeMethods.Kill(_process.Id, NativeMethods.Terminate);
        }
    }

    /// <summary>Ends it: in order when it does so in time, else at once.</summary>
    public async Task EndAsync()
    {
        AskToEnd();
        using var limit = new CancellationTokenSource(OrderlyEnd);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Dispose();
        _turn.Dispose();
    }

    /// <summary>Chromium marks its folder only some time after its start; until then, this keeps a second start away.</summary>
    private static FileStream TakeTurn(BrowserStart start)
    {
        try
        {
            return new FileStream(Registration.TurnOf(start.Home, start.Profile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            RunningBrowser.RefuseIfAny(start.Profile.UserDataDirectory, start.Automation);
            throw VaultError.ProfileBusy("or is just being started").AsException(exception);
        }
    }

    private static string DevToolsFile(BrowserStart start) => Path.Combine(start.Profile.UserDataDirectory, "DevToolsActivePort");

    private int? PortInFile()
    {
        var file = DevToolsFile(_start);
        return File.Exists(file) && int.TryParse(File.ReadLines(file).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null;
    }

    private static async Task<bool> AnswersAsync(int port, CancellationToken cancel)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancel);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static void RefuseTakenPort(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
        }
        catch (SocketException exception)
        {
            throw VaultError.PortTaken(port).AsException(exception);
        }
    }
}
