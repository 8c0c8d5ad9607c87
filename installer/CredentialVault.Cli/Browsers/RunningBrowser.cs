using System.Globalization;
using System.Text;
using CredentialVault.Errors;

namespace CredentialVault.Cli.Browsers;

/// <summary>The browser that has a user-data-dir open. Chromium marks it by a link <c>SingletonLock</c> to <c>machine-process</c>.</summary>
/// <param name="ProcessId">Its process.</param>
/// <param name="Automation">The automation that it was started for, or null for none.</param>
internal sealed record RunningBrowser(int ProcessId, string? Automation)
{
    /// <summary>The running browser, or null. A mark left behind by one that is gone counts for nothing.</summary>
    /// <param name="userDataDirectory">The user-data-dir.</param>
    /// <exception cref="VaultException"><c>profile-busy</c>: on another machine.</exception>
    public static RunningBrowser? Of(string userDataDirectory)
    {
        var mark = Path.Combine(userDataDirectory, "SingletonLock");
        if (new FileInfo(mark).LinkTarget is not { } target
            || target.LastIndexOf('-') is not (> 0 and var dash)
            || !int.TryParse(target.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var process))
        {
            return null;
        }

        if (target[..dash] != Environment.MachineName)
        {
            throw VaultError.ProfileBusy($"on the machine {target[..dash]}; if it does not any more, delete {mark}").AsException();
        }

        return IsBrowser(process, userDataDirectory) ? new RunningBrowser(process, AutomationOf(process)) : null;
    }

    /// <summary>Refuses to start a second browser in a user-data-dir: it would only open a window in the first, with that one's automation.</summary>
    /// <param name="userDataDirectory">The user-data-dir.</param>
    /// <param name="automation">For which automation a browser is to be started, or null.</param>
    /// <exception cref="VaultException"><c>profile-busy</c>.</exception>
    public static void RefuseIfAny(string userDataDirectory, string? automation)
    {
        if (Of(userDataDirectory) is { } running)
        {
            throw VaultError.ProfileBusy(string.Create(CultureInfo.InvariantCulture, $"{running.For(automation)} (process {running.ProcessId}{(DevToolsOf(running.ProcessId, userDataDirectory) is { } address ? $", DevTools at {address}" : "")})")).AsException();
        }
    }

    private string For(string? wanted) => Automation switch
    {
        null => "without an automation",
        _ when Automation == wanted => $"for the automation '{Automation}'",
        _ => $"for another automation, '{Automation}'",
    };

    /// <summary>Process numbers are used again, so the number alone proves nothing.</summary>
    private static bool IsBrowser(int process, string userDataDirectory) =>
        Read(process, "cmdline") is { } line
        && (line.Contains(userDataDirectory, StringComparison.Ordinal) || line.Split('\0')[0].Contains("chrom", StringComparison.OrdinalIgnoreCase));

    /// <summary>Chromium writes a port down only where it was let choose one.</summary>
    private static string? DevToolsOf(int process, string userDataDirectory)
    {
        const string Option = "--remote-debugging-port=";
        var given = Read(process, "cmdline")?.Split('\0').FirstOrDefault(word => word.StartsWith(Option, StringComparison.Ordinal))?[Option.Length..];
        var file = Path.Combine(userDataDirectory, "DevToolsActivePort");
        var port = given == "0" ? (File.Exists(file) ? File.ReadLines(file).FirstOrDefault() : null) : given;
        return port is null ? null : $"http://127.0.0.1:{port}";
    }

    private static string? AutomationOf(int process)
    {
        const string Start = BrowserStart.AutomationVariable + "=";
        return Read(process, "environ")?.Split('\0').FirstOrDefault(entry => entry.StartsWith(Start, StringComparison.Ordinal))?[Start.Length..] is { Length: > 0 } name ? name : null;
    }

    private static string? Read(int process, string file)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/{file}")));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
