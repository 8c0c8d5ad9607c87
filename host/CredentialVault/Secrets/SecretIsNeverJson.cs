using System.Text.Json;
using System.Text.Json.Serialization;

namespace CredentialVault.Secrets;

/// <summary>Stands in the way of every serializer: a secret neither becomes JSON nor comes from it.</summary>
internal sealed class SecretIsNeverJson : JsonConverter<Secret>
{
    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A secret is never read from JSON.");

    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) =>
        throw new NotSupportedException("A secret is never written as JSON.");
}
