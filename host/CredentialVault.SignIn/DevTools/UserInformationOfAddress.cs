using System.Text.Json;
using System.Text.Json.Serialization;

namespace CredentialVault.SignIn.DevTools;

/// <summary>
/// Reads of a request's address only whether it has user information (RFC 3986 section 3.2.1), and past all else: that may be
/// the password.
/// </summary>
internal sealed class UserInformationOfAddress : JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var address = reader.ValueSpan;
        var scheme = address.IndexOf("://"u8);
        if (scheme < 0)
        {
            return false;
        }

        var rest = address[(scheme + 3)..];
        var end = rest.IndexOfAny("/?#"u8);
        return (end < 0 ? rest : rest[..end]).Contains((byte)'@');
    }

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => throw new NotSupportedException();
}
