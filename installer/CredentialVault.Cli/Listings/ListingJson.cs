using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CredentialVault.SignIn;

namespace CredentialVault.Cli.Listings;

/// <summary>The JSON of every listing.</summary>
[JsonSerializable(typeof(ProfileListing[]))]
[JsonSerializable(typeof(AutomationListing[]))]
[JsonSerializable(typeof(CredentialListing[]))]
[JsonSerializable(typeof(AuditListing[]))]
[JsonSerializable(typeof(DiagnosisListing[]))]
[JsonSerializable(typeof(ReadDocument[]))]
internal sealed partial class ListingJson : JsonSerializerContext
{
    /// <summary>Letters of every script as they are: this JSON goes to a terminal or a program, never into HTML.</summary>
    public static ListingJson ForPeopleToo { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
