using System.Runtime.InteropServices;

namespace CredentialVault.Cli.Browsers.Linux;

/// <summary>While it lives, the signals that would end this program do something else.</summary>
internal sealed class EndSignals : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>Takes SIGINT, SIGTERM and SIGHUP.</summary>
    /// <param name="instead">What to do, on another thread.</param>
    public EndSignals(Action instead) => _registrations =
    [
        .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            instead();
        })),
    ];

    /// <summary>Gives the signals back.</summary>
    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }
}
