using CredentialVault.Credentials;
using CredentialVault.Profiles;
using CredentialVault.Sealing;
using CredentialVault.Storage;

namespace CredentialVault.SignIn;

/// <summary>Finds the one credential that a caller may use on a page.</summary>
/// <param name="store">Where credentials are kept.</param>
/// <param name="key">Makes blind indexes and opens overviews.</param>
public sealed class CredentialMatcher(ICredentialStore store, OverviewKey key)
{
    /// <summary>The credential for a page, or the outcome that says why there is none.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="page">The page that asks its visitor to sign in.</param>
    /// <param name="names">Names of accounts that it shows. Of several credentials it is the one whose username is among them.</param>
    public async Task<Match> FindAsync(Caller caller, PageIdentity page, IReadOnlyList<string> names)
    {
        if (!SiteOrigin.TryFromBrowser(page.Origin, out var origin))
        {
            // Only worth a word where the owner has a credential for the same host over https.
            var meant = SiteOrigin.TryUpgrade(page.Origin, out var https) && (await UsableAsync(caller, https)).Count > 0;
            return new Match(null, meant ? Outcome.OriginMismatch(Reason.NotHttps) : Outcome.NoCredential);
        }

        var usable = await UsableAsync(caller, origin);
        if (usable.Any(one => one.ThroughAutomation))
        {
            usable = [.. usable.Where(one => one.ThroughAutomation)];
        }

        if (usable.Count > 1 && names.Count > 0)
        {
            usable = [.. usable.Where(one => names.Contains(CredentialRegistry.OpenOverview(key, one.Id, one.Overview).Username, StringComparer.OrdinalIgnoreCase))];
            if (usable.Count == 0)
            {
                return new Match(null, Outcome.Ambiguous);
            }
        }

        if (usable.Count != 1)
        {
            return new Match(null, usable.Count == 0 ? Outcome.NoCredential : Outcome.Ambiguous);
        }

        var overview = CredentialRegistry.OpenOverview(key, usable[0].Id, usable[0].Overview);
        return new Match(overview, page.RefusalFor(overview));
    }

    /// <summary>Whether a caller may use a credential at an origin whose fill is <c>isolated</c>.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="origin">The origin, as a browser tells it; only sign-in origins count. Null: at any.</param>
    public async Task<bool> MayBeIsolatedAsync(Caller caller, string? origin)
    {
        SiteOrigin? at = null;
        if (origin is not null)
        {
            if (!SiteOrigin.TryFromBrowser(origin, out var site))
            {
                return false;
            }

            at = site;
        }

        return (await UsableAsync(caller, at)).Any(one => (CredentialRegistry.OpenOverview(key, one.Id, one.Overview).Fill ?? Fill.Isolated) == Fill.Isolated);
    }

    private Task<IReadOnlyList<UsableCredential>> UsableAsync(Caller caller, SiteOrigin? origin) =>
        store.FindUsableAsync(origin is { } one ? key.BlindIndex(one.ToString()) : null, caller.Profile.Id, caller.Automation?.Id);
}

/// <summary>What was found for a page.</summary>
/// <param name="Credential">The credential, or null when none or several fit.</param>
/// <param name="Refusal">Why nothing may be done, or null.</param>
public sealed record Match(Overview? Credential, Outcome? Refusal);
