using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace CredentialVault.Sealing;

/// <summary>
/// JSON Web Keys (RFC 7517) with exactly the members that make the key (RFC 7518 sections 6.2 and 6.4). Public and
/// symmetric keys are written in the form that RFC 7638 takes the thumbprint of.
/// </summary>
internal static class Jwk
{
    private const int MaxSize = 1024;

    /// <summary>Writes a P-256 key. With <paramref name="d"/> it is the private one, to be zeroed by the caller.</summary>
    /// <param name="q">The public point.</param>
    /// <param name="d">The private scalar, or nothing.</param>
    public static byte[] WriteEc(ECPoint q, ReadOnlySpan<byte> d)
    {
        var json = new JwkWriter();
        json.Text("{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\""u8);
        json.Bytes(q.X);
        json.Text("\",\"y\":\""u8);
        json.Bytes(q.Y);
        if (!d.IsEmpty)
        {
            json.Text("\",\"d\":\""u8);
            json.Bytes(d);
        }

        json.Text("\"}"u8);
        return json.Take();
    }

    /// <summary>Writes a symmetric key, to be zeroed by the caller.</summary>
    /// <param name="k">The key.</param>
    public static byte[] WriteOct(ReadOnlySpan<byte> k)
    {
        var json = new JwkWriter();
        json.Text("{\"k\":\""u8);
        json.Bytes(k);
        json.Text("\",\"kty\":\"oct\"}"u8);
        return json.Take();
    }

    /// <summary>Reads one P-256 key and nothing beside it.</summary>
    /// <param name="json">The key.</param>
    /// <param name="d">Takes the private scalar; empty where only a public key will do.</param>
    /// <param name="q">The public point, not yet known to be on the curve.</param>
    public static bool TryReadEc(ReadOnlySpan<byte> json, Span<byte> d, out ECPoint q)
    {
        q = default;
        try
        {
            var reader = new Utf8JsonReader(json);
            return json.Length <= MaxSize && reader.Read() && TryReadEc(ref reader, d, out q) && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Reads a P-256 key from the start of its object to the end of it.</summary>
    /// <param name="reader">At the start of the object.</param>
    /// <param name="d">Takes the private scalar; empty where only a public key will do.</param>
    /// <param name="q">The public point, not yet known to be on the curve.</param>
    /// <exception cref="JsonException">Malformed JSON.</exception>
    public static bool TryReadEc(ref Utf8JsonReader reader, Span<byte> d, out ECPoint q)
    {
        q = new ECPoint { X = new byte[P256.Size], Y = new byte[P256.Size] };
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        const int Kty = 1, Crv = 2, X = 4, Y = 8, D = 16;
        var seen = 0;
        while (StrictJson.NextMember(ref reader))
        {
            var taken =
                reader.ValueTextEquals("kty"u8) ? StrictJson.Once(ref seen, Kty) && StrictJson.IsText(ref reader, "EC"u8)
                : reader.ValueTextEquals("crv"u8) ? StrictJson.Once(ref seen, Crv) && StrictJson.IsText(ref reader, "P-256"u8)
                : reader.ValueTextEquals("x"u8) ? StrictJson.Once(ref seen, X) && StrictJson.TryBytes(ref reader, q.X)
                : reader.ValueTextEquals("y"u8) ? StrictJson.Once(ref seen, Y) && StrictJson.TryBytes(ref reader, q.Y)
                : reader.ValueTextEquals("d"u8) && !d.IsEmpty && StrictJson.Once(ref seen, D) && StrictJson.TryBytes(ref reader, d);
            if (!taken)
            {
                return false;
            }
        }

        return reader.TokenType == JsonTokenType.EndObject && seen == (Kty | Crv | X | Y | (d.IsEmpty ? 0 : D));
    }

    /// <summary>Reads one symmetric key and nothing beside it.</summary>
    /// <param name="json">The key.</param>
    /// <param name="k">Takes the key, which must be as long as this.</param>
    public static bool TryReadOct(ReadOnlySpan<byte> json, Span<byte> k)
    {
        const int Kty = 1, K = 2;
        var seen = 0;
        try
        {
            var reader = new Utf8JsonReader(json);
            if (json.Length > MaxSize || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (StrictJson.NextMember(ref reader))
            {
                var taken =
                    reader.ValueTextEquals("kty"u8) ? StrictJson.Once(ref seen, Kty) && StrictJson.IsText(ref reader, "oct"u8)
                    : reader.ValueTextEquals("k"u8) && StrictJson.Once(ref seen, K) && StrictJson.TryBytes(ref reader, k);
                if (!taken)
                {
                    return false;
                }
            }

            return reader.TokenType == JsonTokenType.EndObject && seen == (Kty | K) && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Utf8JsonWriter would leave copies of private keys in buffers that nobody wipes.
    private ref struct JwkWriter()
    {
        private readonly byte[] _json = GC.AllocateArray<byte>(256, pinned: true);
        private int _length;

        public void Text(ReadOnlySpan<byte> ascii)
        {
            ascii.CopyTo(_json.AsSpan(_length));
            _length += ascii.Length;
        }

        public void Bytes(ReadOnlySpan<byte> bytes) =>
            _length += Base64Url.EncodeToUtf8(bytes, _json.AsSpan(_length));

        public readonly byte[] Take()
        {
            var taken = GC.AllocateUninitializedArray<byte>(_length, pinned: true);
            _json.AsSpan(0, _length).CopyTo(taken);
            CryptographicOperations.ZeroMemory(_json);
            return taken;
        }
    }
}
