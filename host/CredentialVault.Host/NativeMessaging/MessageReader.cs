using System.Runtime.InteropServices;
using CredentialVault.Errors;
using CredentialVault.Host.Messages;

namespace CredentialVault.Host.NativeMessaging;

/// <summary>Reads messages as Chrome writes them: a 32-bit length in native byte order, then that many bytes.</summary>
/// <param name="input">Where from.</param>
internal sealed class MessageReader(Stream input)
{
    /// <summary>More than any message of the protocol needs, in bytes.</summary>
    private const int MaximumLength = 1024 * 1024;

    /// <summary>The next message, or null at the end of the input, also when it ends within a message.</summary>
    /// <exception cref="VaultException"><c>message-too-long</c>; nothing can be read after it.</exception>
    public async Task<byte[]?> ReadAsync(CancellationToken stopping)
    {
        var header = new byte[sizeof(uint)];
        if (!await FillAsync(header, stopping))
        {
            return null;
        }

        var length = MemoryMarshal.Read<uint>(header);
        if (length > MaximumLength)
        {
            throw ProtocolErrors.MessageTooLong.AsException();
        }

        var message = new byte[length];
        return await FillAsync(message, stopping) ? message : null;
    }

    private async Task<bool> FillAsync(byte[] buffer, CancellationToken stopping) =>
        await input.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, stopping) == buffer.Length;
}
