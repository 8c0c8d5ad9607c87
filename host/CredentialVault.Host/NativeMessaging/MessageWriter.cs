using System.Runtime.InteropServices;

namespace CredentialVault.Host.NativeMessaging;

/// <summary>Writes messages as Chrome reads them.</summary>
/// <param name="output">Where to.</param>
internal sealed class MessageWriter(Stream output) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Writes one message whole, one after the other.</summary>
    /// <param name="utf8">The message.</param>
    /// <param name="stopping">Ends the wait.</param>
    public async Task WriteAsync(byte[] utf8, CancellationToken stopping)
    {
        var framed = new byte[sizeof(uint) + utf8.Length];
        MemoryMarshal.Write(framed, (uint)utf8.Length);
        utf8.CopyTo(framed, sizeof(uint));
        await _turn.WaitAsync(stopping);
        try
        {
            await output.WriteAsync(framed, stopping);
            await output.FlushAsync(stopping);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
