using System.Runtime.InteropServices;

namespace CredentialVault.Host.NativeMessaging;

/// <summary>Writes messages as Chrome reads them.</summary>
/// <param name="output">Where to.</param>
internal sealed class MessageWriter(Stream output)
{
    /// <summary>Writes one message whole.</summary>
    /// <param name="utf8">The message.</param>
    /// <param name="stopping">Ends the wait.</param>
    public async Task WriteAsync(byte[] utf8, CancellationToken stopping)
    {
        var framed = new byte[sizeof(uint) + utf8.Length];
        MemoryMarshal.Write(framed, (uint)utf8.Length);
        utf8.CopyTo(framed, sizeof(uint));
        await output.WriteAsync(framed, stopping);
        await output.FlushAsync(stopping);
    }
}
