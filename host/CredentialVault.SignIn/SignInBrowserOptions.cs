using CredentialVault.Credentials;
using CredentialVault.Errors;
using CredentialVault.Profiles;
using CredentialVault.SignIn.Chromium;
using CredentialVault.Vaults;

namespace CredentialVault.SignIn;

/// <summary>What a sign-in browser is started with. All of it comes from the owner, but for the presentation.</summary>
public sealed record SignInBrowserOptions
{
    /// <summary>Absolute path of Chromium.</summary>
    public required string Executable { get; init; }

    /// <summary>The directory that browsers' private directories are made in; made with mode 0700 when missing. Nothing else may be kept there.</summary>
    public required string Homes { get; init; }

    /// <summary>The proxy, as Chromium's <c>--proxy-server</c> takes it, or null for none.</summary>
    public string? Proxy { get; init; }

    /// <summary>How it presents itself; null: as a browser of its version with a window does.</summary>
    public Presentation? Presentation { get; init; }

    /// <summary>With a window, for an owner who watches; it needs the environment's display.</summary>
    public bool Headed { get; init; }

    /// <summary>Path of certificates (PEM) of authorities to trust besides the usual ones, or null for none.</summary>
    public string? CertificateAuthority { get; init; }

    /// <summary>What the owner laid down for the first profile that may use a credential: its browser and proxy are what counts.</summary>
    /// <param name="vault">The vault.</param>
    /// <param name="credential">The credential.</param>
    /// <exception cref="VaultException"><c>browser-missing</c>.</exception>
    public static async Task<SignInBrowserOptions> ForAsync(Vault vault, Credential credential)
    {
        foreach (var attachment in credential.Attachments)
        {
            var name = attachment.Kind == AttachmentKind.Profile
                ? attachment.Name
                : (await vault.Profiles.FindAutomationAsync(attachment.Name)).Profiles is [var first, ..] ? first : null;
            if (name is not null)
            {
                return For(vault.Home, await vault.Profiles.FindProfileAsync(name));
            }
        }

        return For(vault.Home, profile: null);
    }

    /// <summary>What the owner laid down for a profile. Nothing of it comes from this process's environment.</summary>
    /// <param name="home">The vault.</param>
    /// <param name="profile">The profile, or null for none: then it is the first browser that is found.</param>
    /// <exception cref="VaultException"><c>browser-missing</c>.</exception>
    public static SignInBrowserOptions For(VaultHome home, Profile? profile) => new()
    {
        Executable = profile?.Browser ?? BrowserPlaces.First(BrowserPlaces.SystemFolders),
        Homes = home.SignInBrowsers,
        Proxy = profile?.Proxy,
        CertificateAuthority = profile?.CertificateAuthority,
    };
}
