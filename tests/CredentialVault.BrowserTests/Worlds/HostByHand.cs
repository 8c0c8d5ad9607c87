using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using CredentialVault.Testing;

namespace CredentialVault.BrowserTests.Worlds;

/// <summary>The real host, started by hand instead of by a browser.</summary>
public sealed class HostByHand : IDisposable
{
    public const string ExtensionOrigin = "chrome-extension://impbffjibjbijamjhloklbnabdbecplh/";

    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(10);

    private readonly Process _process;

    private HostByHand(Process process) => _process = process;

    /// <summary>Starts the host through a path.</summary>
    public static HostByHand Start(string path, string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(path, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        return new HostByHand(Process.Start(start)!);
    }

    /// <summary>The link through which the browser of a profile starts the host.</summary>
    public static string LinkOf(Owner owner, string profile)
    {
        var manifest = Path.Combine(owner.UserDataDirectory(profile), "NativeMessagingHosts", "com.credentialvault.host.json");
        using var json = JsonDocument.Parse(File.ReadAllText(manifest));
        return json.RootElement.GetProperty("path").GetString()!;
    }

    /// <summary>Makes this test process the one that holds a profile's user-data-dir, as its browser would.</summary>
    public static void HoldProfile(Owner owner, string profile) =>
        File.CreateSymbolicLink(Path.Combine(owner.UserDataDirectory(profile), "SingletonLock"), $"test-{Environment.ProcessId}");

    /// <summary>Asks and gives the answer's type and body.</summary>
    public async Task<(string Type, JsonElement Body)> AskAsync(string type, string body)
    {
        var answer = await SendAsync(Encoding.UTF8.GetBytes($$"""{"version":1,"id":5,"type":"{{type}}","body":{{body}}}"""));
        return (answer.GetProperty("type").GetString()!, answer.GetProperty("body"));
    }

    /// <summary>Sends one message, whatever it is, and gives the answer.</summary>
    public Task<JsonElement> SendAsync(byte[] message)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, message.Length);
        return SendRawAsync([.. length, .. message]);
    }

    /// <summary>Writes bytes as they are and reads one answer.</summary>
    public async Task<JsonElement> SendRawAsync(byte[] bytes)
    {
        await WriteAsync(bytes);
        return await ReadAsync();
    }

    /// <summary>Asks and does not wait for the answer.</summary>
    public Task BeginToAskAsync(int id, string type, string body)
    {
        var message = Encoding.UTF8.GetBytes($$"""{"version":1,"id":{{id}},"type":"{{type}}","body":{{body}}}""");
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, message.Length);
        return WriteAsync([.. length, .. message]);
    }

    /// <summary>Reads one answer.</summary>
    public async Task<JsonElement> ReadAsync()
    {
        var output = _process.StandardOutput.BaseStream;
        var length = new byte[4];
        await output.ReadExactlyAsync(length).AsTask().WaitAsync(AnswerTime);
        var answer = new byte[BinaryPrimitives.ReadInt32LittleEndian(length)];
        await output.ReadExactlyAsync(answer).AsTask().WaitAsync(AnswerTime);
        return JsonElement.Parse(answer);
    }

    private async Task WriteAsync(byte[] bytes)
    {
        await _process.StandardInput.BaseStream.WriteAsync(bytes);
        await _process.StandardInput.BaseStream.FlushAsync();
    }

    /// <summary>Closes the input.</summary>
    public void CloseInput() => _process.StandardInput.Close();

    /// <summary>Closes the input and waits for the end.</summary>
    /// <returns>What was left on standard output, standard error, and the exit code.</returns>
    public async Task<CommandResult> CloseAsync()
    {
        CloseInput();
        var output = await _process.StandardOutput.ReadToEndAsync().WaitAsync(AnswerTime);
        var error = await _process.StandardError.ReadToEndAsync().WaitAsync(AnswerTime);
        await _process.WaitForExitAsync().WaitAsync(AnswerTime);
        return new CommandResult(_process.ExitCode, output, error);
    }

    /// <summary>Ends it as a browser does, so that it gives back what it holds.</summary>
    public void Dispose()
    {
        CloseInput();
        if (!_process.WaitForExit(AnswerTime))
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
