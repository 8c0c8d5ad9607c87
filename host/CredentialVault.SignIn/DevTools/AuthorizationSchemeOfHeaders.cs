using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CredentialVault.SignIn.DevTools;

/// <summary>
/// Reads of a request's headers only by which scheme it is authorized, such as <c>Basic</c> (RFC 9110 section 11.4), and past
/// all else: what follows the scheme may be the password.
/// </summary>
internal sealed class AuthorizationSchemeOfHeaders : JsonConverter<string>
{
    private const string Authorization = "Authorization";

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? scheme = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isAuthorization = string.Equals(reader.GetString(), Authorization, StringComparison.OrdinalIgnoreCase);
            reader.Read();
            if (isAuthorization && reader.TokenType == JsonTokenType.String)
            {
                scheme = SchemeOf(reader.ValueSpan);
            }

            reader.Skip();
        }

        return scheme;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => throw new NotSupportedException();

    private static string SchemeOf(ReadOnlySpan<byte> field)
    {
        var end = field.IndexOf((byte)' ');
        return end < 0 ? "" : Encoding.UTF8.GetString(field[..end]);
    }
}
