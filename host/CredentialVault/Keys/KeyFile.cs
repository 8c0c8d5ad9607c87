using System.Security.Cryptography;
using CredentialVault.Errors;
using CredentialVault.Keys.Linux;

namespace CredentialVault.Keys;

/// <summary>One key in one file that only its owner can read.</summary>
internal sealed class KeyFile(string path)
{
    private const int MaxSize = 4096;

    /// <summary>Whether anything stands at the path, a dangling link too.</summary>
    public bool Exists => FileFacts.Of(path) is not null;

    /// <summary>Where it is.</summary>
    public string Path => path;

    /// <summary>Reads the key, having made sure that nobody else could have read or exchanged the file.</summary>
    /// <typeparam name="T">The type of key.</typeparam>
    /// <param name="parse">Makes the key from the bytes, which are wiped afterwards.</param>
    /// <exception cref="VaultException">The file is missing, unsafe, unreadable or holds something else.</exception>
    public T Read<T>(Func<ReadOnlySpan<byte>, T> parse)
    {
        var named = FileFacts.Of(path) ?? throw VaultError.KeyFileMissing(path).AsException();
        RefuseUnlessPrivate(named);

        var buffer = GC.AllocateArray<byte>(MaxSize, pinned: true);
        try
        {
            using var file = File.OpenHandle(path);
            var opened = FileFacts.Of(file);
            RefuseUnlessPrivate(opened);
            if ((opened.Inode, opened.Device) != (named.Inode, named.Device))
            {
                throw VaultError.KeyFileUnreadable(path).AsException();
            }

            return parse(buffer.AsSpan(0, RandomAccess.Read(file, buffer, fileOffset: 0)));
        }
        catch (VaultException cause) when (cause.Error == VaultError.KeyInvalid)
        {
            throw VaultError.KeyFileInvalid(path).AsException(cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            throw VaultError.KeyFileUnreadable(path).AsException(cause);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
        }
    }

    /// <summary>Writes a new file, mode 0600, down to the disk; where that fails, none is left behind.</summary>
    /// <param name="jwk">The key.</param>
    /// <exception cref="VaultException"><see cref="VaultError.KeyFileExists"/> or <see cref="VaultError.KeyFileUnreadable"/>.</exception>
    public void Create(ReadOnlySpan<byte> jwk)
    {
        using var file = OpenNew();
        try
        {
            file.Write(jwk);
            file.Flush(flushToDisk: true);
        }
        catch (IOException cause)
        {
            File.Delete(path);
            throw VaultError.KeyFileUnreadable(path).AsException(cause);
        }
    }

    private FileStream OpenNew()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            return new(path, options);
        }
        catch (IOException cause) when (Exists)
        {
            throw VaultError.KeyFileExists(path).AsException(cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw VaultError.KeyFileUnreadable(path).AsException(cause);
        }
    }

    private void RefuseUnlessPrivate(FileFacts facts)
    {
        if (!facts.IsRegular)
        {
            throw VaultError.KeyFileUnsafe(path, "is not a file itself but a link or something else", $"rm {ShellWord.Quote(path)}").AsException();
        }

        if (facts.Owner != FileFacts.EffectiveUser)
        {
            throw VaultError.KeyFileUnsafe(path, "belongs to another user", PrivateDirectory.Chown(path)).AsException();
        }

        if (!facts.IsPrivate)
        {
            throw VaultError.KeyFileUnsafe(path, "is open to other users", $"chmod 600 {ShellWord.Quote(path)}").AsException();
        }
    }
}
