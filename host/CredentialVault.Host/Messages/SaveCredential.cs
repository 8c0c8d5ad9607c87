using System.Globalization;
using CredentialVault.Credentials;
using CredentialVault.Errors;

namespace CredentialVault.Host.Messages;

internal sealed record SaveCredentialRequest(
    string? Credential,
    string Draft,
    string Label,
    IReadOnlyList<string> SignInOrigins,
    IReadOnlyList<string> SessionOrigins,
    string? SignInUrl,
    string Username,
    string Fill,
    bool RememberDevice,
    IReadOnlyList<string> Attachments,
    IReadOnlyList<GivenSecretMember> Secrets)
{
    /// <summary>The library's form, without the secrets.</summary>
    /// <exception cref="VaultException"><c>origin-invalid</c>, <c>attachment-invalid</c>, with the place of the wrong one; <c>bad-message</c>.</exception>
    public CredentialState ToState() => new()
    {
        Label = Label,
        SignInOrigins = Each(SignInOrigins, "signInOrigins", SiteOrigin.Parse),
        SessionOrigins = Each(SessionOrigins, "sessionOrigins", SiteOrigin.Parse),
        SignInUrl = SignInUrl,
        Username = Username,
        Fill = Fill switch
        {
            FillNames.Isolated => Credentials.Fill.Isolated,
            FillNames.InPage => Credentials.Fill.InPage,
            _ => throw ProtocolErrors.BadMessage.AsException(),
        },
        RememberDevice = RememberDevice,
        Attachments = Each(Attachments, "attachments", Attachment.Parse),
    };

    private static T[] Each<T>(IReadOnlyList<string> texts, string member, Func<string, T> read) =>
        [.. texts.Select((text, at) =>
        {
            try
            {
                return read(text);
            }
            catch (VaultException wrong)
            {
                throw wrong.Error.At(string.Create(CultureInfo.InvariantCulture, $"{member}[{at}]")).AsException();
            }
        })];
}

/// <summary>A secret; <c>Sealed</c> is a JWE, or null for one that stays as it is stored.</summary>
internal sealed record GivenSecretMember(string Field, string? Sealed);

internal sealed record SaveCredentialAnswer(string Credential);
