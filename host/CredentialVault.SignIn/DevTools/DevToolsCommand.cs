using System.Text;

namespace CredentialVault.SignIn.DevTools;

/// <summary>A command as it goes over the pipe.</summary>
internal static class DevToolsCommand
{
    /// <summary>The message, ended by a zero byte, in memory that is never moved, so that it can be wiped once it is sent.</summary>
    /// <param name="id">The command's number.</param>
    /// <param name="session">The session, or null for the browser itself.</param>
    /// <param name="method">Domain and name.</param>
    /// <param name="parameters">A JSON object in UTF-8.</param>
    public static byte[] Write(int id, string? session, string method, ReadOnlySpan<byte> parameters)
    {
        // Session ids are hexadecimal and methods are letters: nothing in the head needs escaping.
        var head = Encoding.UTF8.GetBytes(session is null
            ? $"{{\"id\":{id},\"method\":\"{method}\",\"params\":"
            : $"{{\"id\":{id},\"sessionId\":\"{session}\",\"method\":\"{method}\",\"params\":");
        var message = GC.AllocateUninitializedArray<byte>(head.Length + parameters.Length + 2, pinned: true);
        head.CopyTo(message, 0);
        parameters.CopyTo(message.AsSpan(head.Length));
        message[^2] = (byte)'}';
        message[^1] = 0;
        return message;
    }
}
