using System.Security.Cryptography;
using CredentialVault.Errors;
using CredentialVault.Secrets;

namespace CredentialVault.Cli.Terminal;

/// <summary>Secrets from standard input, one a line. The end of a line is not part of a secret.</summary>
internal static class SecretLines
{
    private const int MostBytes = 64 * 1024;

    /// <summary>Reads all of standard input.</summary>
    /// <param name="names">What the lines hold, in their order.</param>
    /// <returns>One secret for each name, to be disposed by the caller.</returns>
    /// <exception cref="VaultException"><c>secret-input-invalid</c>: other than so many lines, or an empty one; <c>secret-not-text</c>.</exception>
    public static IReadOnlyList<Secret> Read(params IReadOnlyList<string> names)
    {
        var buffer = GC.AllocateArray<byte>(MostBytes + 1, pinned: true);
        List<Secret> secrets = [];
        try
        {
            var rest = buffer.AsSpan(0, Fill(buffer));
            if (rest.Length <= MostBytes)
            {
                foreach (var _ in names)
                {
                    var end = rest.IndexOf((byte)'\n');
                    var line = (end < 0 ? rest : rest[..end]).TrimEnd((byte)'\r');
                    rest = end < 0 ? [] : rest[(end + 1)..];
                    if (line.Length > 0)
                    {
                        secrets.Add(new Secret(line));
                    }
                }

                if (rest.Length == 0 && secrets.Count == names.Count)
                {
                    return secrets;
                }
            }

            throw VaultError.SecretInputInvalid(string.Join(" and, on the next line, ", names)).AsException();
        }
        catch
        {
            secrets.ForEach(secret => secret.Dispose());
            throw;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
        }
    }

    private static int Fill(byte[] buffer)
    {
        using var input = Console.OpenStandardInput();
        var length = 0;
        while (length < buffer.Length && input.Read(buffer, length, buffer.Length - length) is var read and > 0)
        {
            length += read;
        }

        return length;
    }
}
