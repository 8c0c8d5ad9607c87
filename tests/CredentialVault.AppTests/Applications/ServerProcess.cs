using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CredentialVault.AppTests.Applications;

/// <summary>A server of an application, on a free port of loopback, gone with all its children when disposed of.</summary>
public sealed class ServerProcess : IDisposable
{
    private const int LinesKept = 30;

    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = [];

    private ServerProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>A port of loopback that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts a server and waits until it answers.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments; never a secret.</param>
    /// <param name="environment">What it needs of the environment, which may be secrets.</param>
    /// <param name="directory">Its working directory.</param>
    /// <param name="address">What it answers at when it is ready.</param>
    /// <exception cref="InvalidOperationException">It ended, or did not answer in time; says what it printed.</exception>
    public static async Task<ServerProcess> StartAsync(
        string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, string directory, Uri address)
    {
        var server = new ServerProcess(Launch(program, arguments, environment, directory));
        try
        {
            await server.AnswersAsync(address);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments; never a secret.</param>
    /// <param name="environment">What it needs of the environment, which may be secrets.</param>
    /// <param name="directory">Its working directory.</param>
    /// <param name="input">Standard input.</param>
    /// <exception cref="InvalidOperationException">It failed; says what it printed.</exception>
    public static async Task RunAsync(
        string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, string directory, string input = "")
    {
        using var process = Launch(program, arguments, environment, directory);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' ended with {process.ExitCode}: {await output}{await error}");
        }
    }

    /// <summary>Ends the server.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static Process Launch(string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, string directory)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = directory,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    private async Task AnswersAsync(Uri address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = StartTime };
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(address);
                return;
            }
            catch (HttpRequestException) when (!_process.HasExited && Stopwatch.GetElapsedTime(began) < StartTime)
            {
                await Task.Delay(50);
            }
            catch (HttpRequestException silent)
            {
                throw new InvalidOperationException($"The server did not start: {string.Join('\n', _lines)}", silent);
            }
        }
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        while (_lines.Count > LinesKept)
        {
            _lines.TryDequeue(out _);
        }
    }
}
