using System.ComponentModel;
using System.Runtime.InteropServices;
using CredentialVault.Errors;
using CredentialVault.Keys.Linux;

namespace CredentialVault.Keys;

/// <summary>A directory that only its owner can look into, and that nobody else can put another in the place of.</summary>
internal sealed class PrivateDirectory(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const int ReadOnlyCloseOnExec = 0x80000;

    /// <summary>Makes the directory where there is none.</summary>
    /// <exception cref="VaultException"><see cref="VaultError.KeyFileUnreadable"/>.</exception>
    public void CreateIfMissing()
    {
        try
        {
            if (!OperatingSystem.IsWindows() && FileFacts.Of(path) is null)
            {
                Directory.CreateDirectory(path, OwnerOnly);
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw VaultError.KeyFileUnreadable(path).AsException(cause);
        }
    }

    /// <summary>Refuses a directory that somebody else could read, change or exchange.</summary>
    /// <exception cref="VaultException"><see cref="VaultError.KeyFileUnsafe"/> or <see cref="VaultError.KeyFileMissing"/>.</exception>
    public void RefuseUnlessPrivate()
    {
        var facts = FileFacts.Of(path) ?? throw VaultError.KeyFileMissing(path).AsException();
        if (!facts.IsDirectory)
        {
            throw VaultError.KeyFileUnsafe(path, "is not a directory itself but a link or a file", $"rm {ShellWord.Quote(path)}").AsException();
        }

        if (facts.Owner != FileFacts.EffectiveUser)
        {
            throw VaultError.KeyFileUnsafe(path, "belongs to another user", Chown(path)).AsException();
        }

        if (!facts.IsPrivate)
        {
            throw VaultError.KeyFileUnsafe(path, "is open to other users", $"chmod 700 {ShellWord.Quote(path)}").AsException();
        }

        var parent = Path.GetDirectoryName(path) ?? path;
        if (FileFacts.Of(parent, followLink: true) is { OthersCanReplaceEntries: true })
        {
            throw VaultError.KeyFileUnsafe(parent, "lets other users exchange the directory of the keys", $"chmod go-w {ShellWord.Quote(parent)}").AsException();
        }
    }

    /// <summary>Makes sure that the names of new files in it survive a loss of power.</summary>
    /// <exception cref="VaultException"><see cref="VaultError.KeyFileUnreadable"/>.</exception>
    public void Sync()
    {
        // .NET opens no directories, and a file's own fsync does not cover its name (fsync(2)).
        var descriptor = NativeMethods.Open(path, ReadOnlyCloseOnExec);
        if (descriptor < 0)
        {
            throw VaultError.KeyFileUnreadable(path).AsException(new Win32Exception(Marshal.GetLastPInvokeError()));
        }

        try
        {
            if (NativeMethods.Sync(descriptor) != 0)
            {
                throw VaultError.KeyFileUnreadable(path).AsException(new Win32Exception(Marshal.GetLastPInvokeError()));
            }
        }
        finally
        {
            _ = NativeMethods.Close(descriptor);
        }
    }

    /// <summary>The command that gives a file to the user of this process.</summary>
    internal static string Chown(string path) => $"chown {FileFacts.EffectiveUser} {ShellWord.Quote(path)}";
}
