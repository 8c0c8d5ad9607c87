namespace TestPages;

/// <summary>Where a site keeps the session of who is signed in.</summary>
public enum SessionPlace
{
    /// <summary>A cookie of the site and its subdomains.</summary>
    DomainCookie,

    /// <summary>A cookie that no script reads, sent over secure connections only and never on the way from another site.</summary>
    StrictCookie,

    /// <summary>A cookie whose prefix binds it to its host (RFC 6265bis section 4.1.3.2).</summary>
    HostCookie,

    /// <summary>A cookie in the partition of the site at the top.</summary>
    PartitionedCookie,

    /// <summary>A cookie that is worth nothing to a browser with another user agent than the one it was given to.</summary>
    BrowsersCookie,

    /// <summary>No cookie: the page is given a token, keeps it and sends it.</summary>
    Token,
}
