using CredentialVault.Cli.Browsers;
using CredentialVault.Errors;
using CredentialVault.Profiles;
using CredentialVault.SignIn.Chromium;

namespace CredentialVault.Cli.Diagnostics;

/// <summary>Whether a profile's browser is there and takes the extension.</summary>
internal sealed class ProfileBrowser(Profile profile) : IDiagnostic
{
    private const string Mend = "apt-get install chromium";

    public string Name => $"browser of {profile.Name}";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel) => [await CheckAsync(cancel)];

    private async Task<Finding> CheckAsync(CancellationToken cancel)
    {
        try
        {
            var browser = Browser.Of(profile);
            if (profile.CertificateAuthority is { } file)
            {
                TrustedAuthorities.Check(file);
            }

            return await browser.ReadVersionAsync(cancel) switch
            {
                null => Finding.Problem($"{browser.Path} does not say its version, so it is no Chromium that works.", Mend),
                var version when Browser.IgnoresUnpackedExtensions(version) =>
                    Finding.Problem($"{version} ({browser.Path}) ignores unpacked extensions from version 137 on: use Chromium or Chrome for Testing.", Mend),
                var version => Finding.Good($"{version} ({browser.Path})."),
            };
        }
        catch (VaultException exception) when (exception.Error.Code == VaultError.AuthorityInvalid("").Code)
        {
            return Finding.Problem($"{exception.Error.Sentence} [{exception.Error.Code}]");
        }
        catch (VaultException exception)
        {
            return Finding.Problem($"{exception.Error.Sentence} [{exception.Error.Code}]", profile.Browser is null && Browser.IsNamedByVariable ? $"unset {Browser.Variable}" : Mend);
        }
    }
}
