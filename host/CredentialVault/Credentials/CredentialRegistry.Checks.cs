using System.Globalization;
using CredentialVault.Errors;

namespace CredentialVault.Credentials;

/// <content>What an owner may write.</content>
public sealed partial class CredentialRegistry
{
    private const int MaximumLabel = 120;
    private const int MaximumUsername = 320;
    private const int MaximumAddress = 2048;
    private const int MaximumFieldName = 64;

    private async Task CheckTargetsAsync(IReadOnlyList<Attachment> attachments)
    {
        for (var at = 0; at < attachments.Count; at++)
        {
            try
            {
                await (attachments[at].Kind == AttachmentKind.Profile ? profiles.FindProfileAsync(attachments[at].Name) : (Task)profiles.FindAutomationAsync(attachments[at].Name));
            }
            catch (VaultException unknown)
            {
                throw unknown.Error.At(string.Create(CultureInfo.InvariantCulture, $"attachments[{at}]")).AsException();
            }
        }
    }

    private static void CheckSignInUrl(string? url, IReadOnlyList<string> origins)
    {
        if (url is not null && (url.Length > MaximumAddress || !SiteOrigin.TryOfAddress(url, out var origin) || !origins.Contains(origin.ToString(), StringComparer.Ordinal)))
        {
            throw VaultError.SignInUrlInvalid.AsException();
        }
    }

    /// <summary>Control characters, and those that turn the direction of what follows (Unicode Standard Annex 9, section 2).</summary>
    private static bool ChangesLine(char one) =>
        char.IsControl(one) || one is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static void Check(string text, string what, int maximum)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > maximum || text.Any(ChangesLine))
        {
            throw VaultError.TextInvalid(what, maximum).AsException();
        }
    }
}
