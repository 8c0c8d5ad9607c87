using CredentialVault.Credentials;

namespace CredentialVault.SignIn;

/// <summary>Which document is meant, as far as the browser vouches for it.</summary>
/// <param name="Tab">Tab id.</param>
/// <param name="Frame">Frame id, 0 for the top frame.</param>
/// <param name="Document">Document id.</param>
/// <param name="Lifecycle">Document lifecycle; only <c>active</c> is served.</param>
/// <param name="Origin">Origin of the document, as the browser serializes it.</param>
/// <param name="Ancestors">Origins of the frames above it, nearest first.</param>
public sealed record PageIdentity(int Tab, int Frame, string Document, string Lifecycle, string Origin, IReadOnlyList<string> Ancestors)
{
    private const string Active = "active";

    /// <summary>Whether secrets of a credential may be typed here.</summary>
    /// <param name="overview">The credential.</param>
    /// <returns>Null if they may, else the outcome that says why not.</returns>
    public Outcome? RefusalFor(Overview overview)
    {
        if (!string.Equals(Lifecycle, Active, StringComparison.Ordinal))
        {
            return Outcome.OriginMismatch(Reason.PageNotActive);
        }

        if (!SiteOrigin.TryFromBrowser(Origin, out var origin) || !overview.SignInOrigins.Contains(origin.ToString(), StringComparer.Ordinal))
        {
            return Outcome.OriginMismatch(Reason.ForeignOrigin);
        }

        return Ancestors.All(ancestor => IsDeclared(ancestor, overview)) ? null : Outcome.OriginMismatch(Reason.ForeignFrame);
    }

    /// <summary>Whether the page belongs to the credential's sites, so that what it shows tells something about the sign-in.</summary>
    /// <param name="overview">The credential.</param>
    public bool IsOfSite(Overview overview) => IsDeclared(Origin, overview);

    /// <summary>Whether the page is one whose session is wanted, and not one that it is only signed in at.</summary>
    /// <param name="overview">The credential.</param>
    public bool IsOfApplication(Overview overview) =>
        SiteOrigin.TryFromBrowser(Origin, out var parsed) && overview.SessionOrigins.Contains(parsed.ToString(), StringComparer.Ordinal);

    private static bool IsDeclared(string origin, Overview overview) =>
        SiteOrigin.TryFromBrowser(origin, out var parsed)
        && (overview.SignInOrigins.Contains(parsed.ToString(), StringComparer.Ordinal)
            || overview.SessionOrigins.Contains(parsed.ToString(), StringComparer.Ordinal));
}
