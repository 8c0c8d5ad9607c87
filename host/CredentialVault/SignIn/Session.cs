namespace CredentialVault.SignIn;

/// <summary>What makes a browser signed in at a credential's session origins.</summary>
/// <param name="Cookies">Cookies that these origins are sent.</param>
/// <param name="Storage">What scripts of these origins have stored; an origin without anything is left out.</param>
public sealed record Session(IReadOnlyList<SessionCookie> Cookies, IReadOnlyList<OriginStorage> Storage)
{
    /// <summary>Whether there is nothing to hand over.</summary>
    public bool IsEmpty => Cookies.Count == 0 && Storage.Count == 0;
}

/// <summary>A cookie with every attribute (RFC 6265bis).</summary>
public sealed record SessionCookie
{
    /// <summary>Its name, which may be empty.</summary>
    public required string Name { get; init; }

    /// <summary>Its value.</summary>
    public required string Value { get; init; }

    /// <summary>The host that set it, or with a dot before it the domain whose hosts are sent it.</summary>
    public required string Domain { get; init; }

    /// <summary>The path.</summary>
    public required string Path { get; init; }

    /// <summary>Whether only the very host that set it is sent it.</summary>
    public bool HostOnly => !Domain.StartsWith('.');

    /// <summary>When it ends, in seconds since 1970; null: with the browser.</summary>
    public double? Expires { get; init; }

    /// <summary>Whether scripts cannot read it.</summary>
    public bool HttpOnly { get; init; }

    /// <summary>Whether only secure connections carry it.</summary>
    public bool Secure { get; init; }

    /// <summary><c>Strict</c>, <c>Lax</c> or <c>None</c>; null when the site said nothing.</summary>
    public string? SameSite { get; init; }

    /// <summary><c>Secure</c> or <c>NonSecure</c>: the scheme of the address that set it; null when not known.</summary>
    public string? SourceScheme { get; init; }

    /// <summary>The port of the address that set it; null when not known.</summary>
    public int? SourcePort { get; init; }

    /// <summary>The partition it is kept in (CHIPS); null: none.</summary>
    public CookiePartition? Partition { get; init; }
}

/// <summary>The partition that a cookie is kept in.</summary>
/// <param name="TopLevelSite">Scheme and registrable domain of the page at the top.</param>
/// <param name="HasCrossSiteAncestor">Whether it was set in a frame with another site above it.</param>
public sealed record CookiePartition(string TopLevelSite, bool HasCrossSiteAncestor);

/// <summary>What scripts of one origin have stored.</summary>
/// <param name="Origin">The origin.</param>
/// <param name="Local">localStorage.</param>
/// <param name="Session">sessionStorage of the page that signed in.</param>
/// <param name="Databases">IndexedDB.</param>
public sealed record OriginStorage(
    string Origin,
    IReadOnlyList<StoredItem> Local,
    IReadOnlyList<StoredItem> Session,
    IReadOnlyList<StoredDatabase> Databases);

/// <summary>An item of localStorage or sessionStorage.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its value.</param>
public sealed record StoredItem(string Key, string Value);

/// <summary>A database of IndexedDB.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Stores">Its object stores.</param>
public sealed record StoredDatabase(string Name, double Version, IReadOnlyList<StoredObjectStore> Stores);

/// <summary>An object store of IndexedDB.</summary>
/// <param name="Name">Its name.</param>
/// <param name="KeyPath">Its key path as JSON, a string or an array of strings; null: none.</param>
/// <param name="AutoIncrement">Whether it makes keys by itself.</param>
/// <param name="Indexes">Its indexes.</param>
/// <param name="Records">Its records, in the order of their keys.</param>
public sealed record StoredObjectStore(
    string Name,
    string? KeyPath,
    bool AutoIncrement,
    IReadOnlyList<StoredIndex> Indexes,
    IReadOnlyList<StoredRecord> Records);

/// <summary>An index of an object store.</summary>
/// <param name="Name">Its name.</param>
/// <param name="KeyPath">Its key path as JSON.</param>
/// <param name="Unique">Whether a key occurs once only.</param>
/// <param name="MultiEntry">Whether each item of an array is a key.</param>
public sealed record StoredIndex(string Name, string KeyPath, bool Unique, bool MultiEntry);

/// <summary>
/// A record of an object store. What JSON has no words for is an object with the one member <c>$date</c>, <c>$bytes</c>,
/// <c>$map</c>, <c>$set</c>, <c>$bigint</c>, <c>$number</c>, <c>$undefined</c>, <c>$regexp</c>, <c>$blob</c>, <c>$key</c>,
/// or <c>$object</c> for an object with a member that starts with <c>$</c> itself.
/// </summary>
/// <param name="Key">The key as JSON.</param>
/// <param name="Value">The value as JSON.</param>
public sealed record StoredRecord(string Key, string Value);
