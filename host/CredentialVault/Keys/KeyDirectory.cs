using System.Security.Cryptography;
using CredentialVault.Errors;
using CredentialVault.Sealing;

namespace CredentialVault.Keys;

/// <summary>
/// Keys as files, <c>sealing.jwk</c>, <c>opening.jwk</c> and <c>overview.jwk</c>, each of mode 0600 in a directory of
/// mode 0700. Nothing looser is read, and no link is followed: a key that others could have read or exchanged is none.
/// </summary>
public sealed class KeyDirectory : IKeySource
{
    private readonly PrivateDirectory _directory;
    private readonly KeyFile _sealing;
    private readonly KeyFile _opening;
    private readonly KeyFile _overview;

    /// <summary>Names the directory; nothing is read or written yet.</summary>
    /// <param name="path">The directory; a relative path is taken from the working directory.</param>
    public KeyDirectory(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        _directory = new(full);
        _sealing = new(Path.Combine(full, "sealing.jwk"));
        _opening = new(Path.Combine(full, "opening.jwk"));
        _overview = new(Path.Combine(full, "overview.jwk"));
    }

    /// <summary>Writes new keys and makes them survive a loss of power. Existing ones are never overwritten.</summary>
    /// <param name="opening">The key pair for secrets; it stays as it is.</param>
    /// <param name="overview">The key for overviews; it stays as it is.</param>
    /// <exception cref="VaultException"><see cref="VaultError.KeyFileExists"/>, or the directory is unsafe or cannot be written; then no key is left behind.</exception>
    public void Create(OpeningKey opening, OverviewKey overview)
    {
        ArgumentNullException.ThrowIfNull(opening);
        ArgumentNullException.ThrowIfNull(overview);

        _directory.CreateIfMissing();
        _directory.RefuseUnlessPrivate();
        if (Array.Find([_sealing, _opening, _overview], file => file.Exists) is { } existing)
        {
            throw VaultError.KeyFileExists(existing.Path).AsException();
        }

        var privateJwk = opening.ToJwk();
        var overviewJwk = overview.ToJwk();
        var written = new List<KeyFile>();
        try
        {
            Write(_opening, privateJwk);
            Write(_overview, overviewJwk);
            Write(_sealing, opening.SealingKey.ToJwk());
            _directory.Sync();
        }
        catch (VaultException)
        {
            written.ForEach(file => File.Delete(file.Path));
            throw;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(privateJwk);
            CryptographicOperations.ZeroMemory(overviewJwk);
        }

        void Write(KeyFile file, byte[] jwk)
        {
            file.Create(jwk);
            written.Add(file);
        }
    }

    /// <inheritdoc/>
    public SealingKey ReadSealingKey() => Read(_sealing, SealingKey.FromJwk);

    /// <inheritdoc/>
    public OpeningKey ReadOpeningKey() => Read(_opening, OpeningKey.FromJwk);

    /// <inheritdoc/>
    public OverviewKey ReadOverviewKey() => Read(_overview, OverviewKey.FromJwk);

    private T Read<T>(KeyFile file, Func<ReadOnlySpan<byte>, T> parse)
    {
        _directory.RefuseUnlessPrivate();
        return file.Read(parse);
    }
}
