using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using CredentialVault.Errors;
using CredentialVault.Keys;
using CredentialVault.Sealing;
using CredentialVault.Storage;

namespace CredentialVault.SignIn;

/// <summary>
/// The cookies that a site remembers the sign-in browser by, so that it does not take it for a new device each time. Kept
/// for each credential and profile, sealed to the vault's key. Which of them is the session cannot be seen beforehand: one
/// that has turned out to be it is not kept again.
/// </summary>
/// <param name="store">Where they are kept.</param>
/// <param name="keys">The vault's keys.</param>
/// <param name="time">The clock.</param>
public sealed class DeviceTrust(IDeviceTrustStore store, IKeySource keys, TimeProvider time)
{
    /// <summary>Bytes of JSON, a little less than can be sealed; more is no mark of a device.</summary>
    private const int Most = 60 * 1024;

    /// <summary>Characters of a value that nobody guesses; a language or a time has less.</summary>
    private const int FewestOfSession = 16;

    /// <summary>The cookies to bring, without those that have expired.</summary>
    /// <param name="credentialId">The credential.</param>
    /// <param name="profileId">The profile.</param>
    public async Task<IReadOnlyList<SessionCookie>> ReadAsync(string credentialId, string profileId) =>
        Lasting((await OpenAsync(credentialId, profileId)).Cookies);

    /// <summary>Keeps those cookies that have an expiry and are not known to be the session, in place of those before.</summary>
    /// <param name="credentialId">The credential.</param>
    /// <param name="profileId">The profile.</param>
    /// <param name="cookies">Cookies of the sign-in origins.</param>
    public async Task KeepAsync(string credentialId, string profileId, IReadOnlyList<SessionCookie> cookies)
    {
        var session = (await OpenAsync(credentialId, profileId)).Session;
        await KeepAsync(credentialId, profileId, new KnownDevice([.. Lasting(cookies).Where(cookie => cookie.Name != session)], session));
    }

    /// <summary>Takes note that what was brought is no mark of the device but a session, and forgets it.</summary>
    /// <param name="credentialId">The credential.</param>
    /// <param name="profileId">The profile.</param>
    /// <param name="brought">The cookies that were brought.</param>
    /// <remarks>Where several may be it, all are kept again: one of them may be the mark.</remarks>
    public Task ForgetSessionAsync(string credentialId, string profileId, IReadOnlyList<SessionCookie> brought)
    {
        string[] names = [.. brought.Where(MayBeSession).Select(cookie => cookie.Name).Distinct(StringComparer.Ordinal)];
        return KeepAsync(credentialId, profileId, new KnownDevice([], names.Length == 1 ? names[0] : null));
    }

    /// <summary>Forgets them.</summary>
    /// <param name="credentialId">The credential.</param>
    /// <param name="profileId">The profile.</param>
    public Task ForgetAsync(string credentialId, string profileId) => store.RemoveDeviceTrustAsync(credentialId, profileId);

    private async Task<KnownDevice> OpenAsync(string credentialId, string profileId)
    {
        if (await store.ReadDeviceTrustAsync(credentialId, profileId) is not { } value)
        {
            return KnownDevice.Unknown;
        }

        try
        {
            using var key = keys.ReadOpeningKey();
            using var opened = key.Open(value, SealingContext.DeviceTrust(credentialId, profileId));
            return JsonSerializer.Deserialize(opened.Utf8, DeviceTrustJson.Default.KnownDevice) ?? KnownDevice.Unknown;
        }
        catch (Exception unreadable) when (unreadable is JsonException || (unreadable is VaultException { Error: var error } && error == VaultError.SealedValueInvalid))
        {
            // Moved or changed, or of a version before: without it the site sees a new device, and nothing worse.
            return KnownDevice.Unknown;
        }
    }

    private Task KeepAsync(string credentialId, string profileId, KnownDevice device)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(device, DeviceTrustJson.Default.KnownDevice);
        try
        {
            return device is { Cookies.Count: 0, Session: null } || json.Length > Most
                ? ForgetAsync(credentialId, profileId)
                : store.WriteDeviceTrustAsync(credentialId, profileId, keys.ReadSealingKey().Seal(json, SealingContext.DeviceTrust(credentialId, profileId)));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(json);
        }
    }

    /// <summary>What only stands against forged requests is none.</summary>
    private static bool MayBeSession(SessionCookie cookie) =>
        cookie.Value.Length >= FewestOfSession
        && !cookie.Name.Contains("csrf", StringComparison.OrdinalIgnoreCase) && !cookie.Name.Contains("xsrf", StringComparison.OrdinalIgnoreCase);

    private IReadOnlyList<SessionCookie> Lasting(IReadOnlyList<SessionCookie> cookies) =>
        [.. cookies.Where(cookie => cookie.Expires > time.GetUtcNow().ToUnixTimeSeconds())];
}

/// <summary>What is kept of a device that a site knows.</summary>
/// <param name="Cookies">Those to bring.</param>
/// <param name="Session">The name of the one that has turned out to be the session; null while none has.</param>
internal sealed record KnownDevice(IReadOnlyList<SessionCookie> Cookies, string? Session)
{
    /// <summary>A site knows nothing yet.</summary>
    public static KnownDevice Unknown { get; } = new([], null);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KnownDevice))]
internal sealed partial class DeviceTrustJson : JsonSerializerContext;
