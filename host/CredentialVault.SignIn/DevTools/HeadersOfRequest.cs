using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CredentialVault.SignIn.DevTools;

/// <summary>What the headers of a request tell of what is given in them.</summary>
/// <param name="AuthorizationScheme">The scheme that a script authorizes it by, such as <c>Basic</c> (RFC 9110 section 11.4), or null.</param>
/// <param name="NamePassword">Whether one of them is called as passwords are.</param>
internal readonly record struct SentHeaders(string? AuthorizationScheme, bool NamePassword);

/// <summary>Reads of a request's headers only that, and past all else: what follows may be the password.</summary>
internal sealed class HeadersOfRequest : JsonConverter<SentHeaders>
{
    private const string Authorization = "Authorization";

    public override SentHeaders Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var headers = default(SentHeaders);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (string.Equals(name, Authorization, StringComparison.OrdinalIgnoreCase) && reader.TokenType == JsonTokenType.String)
            {
                headers = headers with { AuthorizationScheme = SchemeOf(reader.ValueSpan) };
            }
            else if (PasswordName.Is(name))
            {
                headers = headers with { NamePassword = true };
            }

            reader.Skip();
        }

        return headers;
    }

    public override void Write(Utf8JsonWriter writer, SentHeaders value, JsonSerializerOptions options) => throw new NotSupportedException();

    private static string SchemeOf(ReadOnlySpan<byte> field)
    {
        var end = field.IndexOf((byte)' ');
        return end < 0 ? "" : Encoding.UTF8.GetString(field[..end]);
    }
}
