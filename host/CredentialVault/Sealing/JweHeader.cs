using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CredentialVault.Errors;

namespace CredentialVault.Sealing;

/// <summary>
/// The two protected headers there are (RFC 7516 section 4), with exactly their members: nothing optional, so
/// nothing to negotiate and nothing to downgrade.
/// </summary>
internal static class JweHeader
{
    private const int Alg = 1, Enc = 2, Kid = 4, Epk = 8, Apv = 16;

    /// <summary>The one <c>enc</c>, and the AlgorithmID of the key derivation (RFC 7518 section 4.6.2).</summary>
    public static ReadOnlySpan<byte> Encryption => "A128CBC-HS256"u8;

    /// <summary>The header of a value sealed to a public key.</summary>
    /// <param name="kid">The thumbprint of that key.</param>
    /// <param name="ephemeral">The public half of the sender's one-time key.</param>
    /// <param name="context">Where the value belongs.</param>
    public static byte[] WriteAgreement(string kid, ECPoint ephemeral, SealingContext context) => Encoding.UTF8.GetBytes(
        $$"""{"alg":"ECDH-ES","enc":"A128CBC-HS256","kid":"{{kid}}","epk":{{Encoding.UTF8.GetString(Jwk.WriteEc(ephemeral, d: []))}},"apv":"{{Base64Url.EncodeToString(context.Utf8)}}"}""");

    /// <summary>The header of a value sealed with a shared key.</summary>
    /// <param name="kid">The thumbprint of that key.</param>
    public static byte[] WriteDirect(string kid) =>
        Encoding.UTF8.GetBytes($$"""{"alg":"dir","enc":"A128CBC-HS256","kid":"{{kid}}"}""");

    /// <summary>Reads the header of a value sealed to this key for this context.</summary>
    /// <param name="json">The header, decoded.</param>
    /// <param name="kid">The thumbprint that it must name.</param>
    /// <param name="context">The context that it must carry.</param>
    /// <returns>The sender's public point, not yet known to be on the curve.</returns>
    /// <exception cref="VaultException"><see cref="VaultError.SealedValueInvalid"/>.</exception>
    public static ECPoint ReadAgreement(ReadOnlySpan<byte> json, string kid, SealingContext context)
    {
        var apv = new byte[context.Utf8.Length];
        if (TryRead(json, "ECDH-ES"u8, kid, apv, out var epk) == (Alg | Enc | Kid | Epk | Apv)
            && context.Utf8.SequenceEqual(apv))
        {
            return epk;
        }

        throw VaultError.SealedValueInvalid.AsException();
    }

    /// <summary>Checks the header of a value sealed with this shared key.</summary>
    /// <param name="json">The header, decoded.</param>
    /// <param name="kid">The thumbprint that it must name.</param>
    /// <exception cref="VaultException"><see cref="VaultError.SealedValueInvalid"/>.</exception>
    public static void CheckDirect(ReadOnlySpan<byte> json, string kid)
    {
        if (TryRead(json, "dir"u8, kid, apv: [], out _) != (Alg | Enc | Kid))
        {
            throw VaultError.SealedValueInvalid.AsException();
        }
    }

    /// <returns>Which members were there, or 0 for a header that is not as it should be.</returns>
    private static int TryRead(ReadOnlySpan<byte> json, ReadOnlySpan<byte> algorithm, string kid, Span<byte> apv, out ECPoint epk)
    {
        epk = default;
        var seen = 0;
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return 0;
            }

            while (StrictJson.NextMember(ref reader))
            {
                var taken =
                    reader.ValueTextEquals("alg"u8) ? StrictJson.Once(ref seen, Alg) && StrictJson.IsText(ref reader, algorithm)
                    : reader.ValueTextEquals("enc"u8) ? StrictJson.Once(ref seen, Enc) && StrictJson.IsText(ref reader, Encryption)
                    : reader.ValueTextEquals("kid"u8) ? StrictJson.Once(ref seen, Kid) && StrictJson.IsText(ref reader, Encoding.UTF8.GetBytes(kid))
                    : reader.ValueTextEquals("epk"u8) ? StrictJson.Once(ref seen, Epk) && reader.Read() && Jwk.TryReadEc(ref reader, d: [], out epk)
                    : reader.ValueTextEquals("apv"u8) && StrictJson.Once(ref seen, Apv) && StrictJson.TryBytes(ref reader, apv);
                if (!taken)
                {
                    return 0;
                }
            }

            return reader.TokenType == JsonTokenType.EndObject && !reader.Read() ? seen : 0;
        }
        catch (JsonException)
        {
            return 0;
        }
    }
}
