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
/// for each credential and profile, sealed to the vault's key.
/// </summary>
/// <param name="store">Where they are kept.</param>
/// <param name="keys">The vault's keys.</param>
/// <param name="time">The clock.</param>
public sealed class DeviceTrust(IDeviceTrustStore store, IKeySource keys, TimeProvider time)
{
    /// <summary>Bytes of JSON, a little less than can be sealed; more is no mark of a device.</summary>
    private const int Most = 60 * 1024;

    /// <summary>The cookies to bring, without those that have expired.</summary>
    /// <param name="credentialId">The credential.</param>
    /// <param name="profileId">The profile.</param>
    public async Task<IReadOnlyList<SessionCookie>> ReadAsync(string credentialId, string profileId)
    {
        if (await store.ReadDeviceTrustAsync(credentialId, profileId) is not { } value)
        {
            return [];
        }

        try
        {
            using var key = keys.ReadOpeningKey();
            using var opened = key.Open(value, SealingContext.DeviceTrust(credentialId, profileId));
            return Lasting(JsonSerializer.Deserialize(opened.Utf8, DeviceTrustJson.Default.IReadOnlyListSessionCookie) ?? []);
        }
        catch (VaultException exception) when (exception.Error == VaultError.SealedValueInvalid)
        {
            // Moved or changed: without it the site sees a new device, and nothing worse.
            return [];
        }
    }

    /// <summary>Keeps those cookies that have an expiry, in place of those before.</summary>
    /// <param name="credentialId">The credential.</param>
    /// <param name="profileId">The profile.</param>
    /// <param name="cookies">Cookies of the sign-in origins.</param>
    public Task KeepAsync(string credentialId, string profileId, IReadOnlyList<SessionCookie> cookies)
    {
        var lasting = Lasting(cookies);
        var json = JsonSerializer.SerializeToUtf8Bytes(lasting, DeviceTrustJson.Default.IReadOnlyListSessionCookie);
        try
        {
            return lasting.Count == 0 || json.Length > Most
                ? ForgetAsync(credentialId, profileId)
                : store.WriteDeviceTrustAsync(credentialId, profileId, keys.ReadSealingKey().Seal(json, SealingContext.DeviceTrust(credentialId, profileId)));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(json);
        }
    }

    /// <summary>Forgets them.</summary>
    /// <param name="credentialId">The credential.</param>
    /// <param name="profileId">The profile.</param>
    public Task ForgetAsync(string credentialId, string profileId) => store.RemoveDeviceTrustAsync(credentialId, profileId);

    private IReadOnlyList<SessionCookie> Lasting(IReadOnlyList<SessionCookie> cookies) =>
        [.. cookies.Where(cookie => cookie.Expires > time.GetUtcNow().ToUnixTimeSeconds())];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<SessionCookie>))]
internal sealed partial class DeviceTrustJson : JsonSerializerContext;
