using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CredentialVault.SignIn.DevTools;

/// <summary>
/// Reads of a request's address only whether it gives values, and past all else: by user information (RFC 3986 section
/// 3.2.1), or by a part of the query that is called as passwords are. They may be the password.
/// </summary>
internal sealed class ValuesOfAddress : JsonConverter<bool>
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
        return (end < 0 ? rest : rest[..end]).Contains((byte)'@') || NamesPassword(rest);
    }

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => throw new NotSupportedException();

    private static bool NamesPassword(ReadOnlySpan<byte> address)
    {
        var query = address[(address.IndexOf((byte)'?') + 1)..];
        if (query.Length == address.Length)
        {
            return false;
        }

        foreach (var part in query.Split((byte)'&'))
        {
            var name = query[part];
            var end = name.IndexOf((byte)'=');
            if (end > 0 && PasswordName.Is(Encoding.UTF8.GetString(name[..end])))
            {
                return true;
            }
        }

        return false;
    }
}
