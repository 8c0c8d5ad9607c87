using System.Security.Cryptography;

namespace CredentialVault.SignIn.Chromium;

/// <summary>
/// A fresh directory, mode 0700, that everything of one sign-in browser is in: its home, its profile and its temporary
/// files. It is gone when this is disposed of; what a killed host left is removed by the next <see cref="Create"/>.
/// </summary>
internal sealed class PrivateHome : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const string LockExtension = ".lock";
    private const int DeletionTries = 40;

    private readonly FileStream _lock;

    private PrivateHome(string path, FileStream @lock)
    {
        Path = path;
        _lock = @lock;
    }

    /// <summary>Absolute path of the directory.</summary>
    public string Path { get; }

    /// <summary>The file beside it that this process holds an exclusive lock on (flock(2)).</summary>
    public string LockFile => Path + LockExtension;

    /// <summary>Makes one.</summary>
    /// <param name="parent">Where; made with mode 0700 when missing. Nothing else may be kept there.</param>
    /// <exception cref="IOException">The directory cannot be written to.</exception>
    public static PrivateHome Create(string parent)
    {
        CreateDirectory(parent);
        RemoveLeftOvers(parent);
        var path = System.IO.Path.Combine(parent, RandomNumberGenerator.GetHexString(8, lowercase: true));
        var held = TryLock(path + LockExtension, FileMode.CreateNew) ?? throw new IOException($"{path} is taken.");
        CreateDirectory(path);
        return new PrivateHome(path, held);
    }

    /// <summary>Removes the directory. A browser that has just been killed may still be writing its last files.</summary>
    public void Dispose()
    {
        Remove(Path);
        File.Delete(LockFile);
        _lock.Dispose();
    }

    /// <summary>A directory belongs to somebody as long as the lock beside it is held; the kernel lets go of it when the host dies.</summary>
    private static void RemoveLeftOvers(string parent)
    {
        foreach (var file in Directory.EnumerateFiles(parent, "*" + LockExtension))
        {
            using var held = TryLock(file, FileMode.Open);
            if (held is not null)
            {
                Remove(file[..^LockExtension.Length]);
                File.Delete(file);
            }
        }
    }

    private static FileStream? TryLock(string file, FileMode mode)
    {
        try
        {
            return new FileStream(file, mode, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly);
        }
    }

    private static void Remove(string path)
    {
        for (var tries = 1; Directory.Exists(path); tries++)
        {
            try
            {
                Directory.Delete(path, recursive: true);
            }
            catch (IOException) when (tries < DeletionTries)
            {
                Thread.Sleep(50);
            }
        }
    }
}
