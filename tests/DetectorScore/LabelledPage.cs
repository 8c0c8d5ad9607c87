using System.Text.Json;
using System.Text.Json.Serialization;

namespace DetectorScore;

/// <summary>A saved page and what is right on it; selectors are CSS.</summary>
public sealed record LabelledPage
{
    /// <summary>The page, relative to the corpus.</summary>
    public required string File { get; init; }

    /// <summary>Whether a sign-in form is on the page; null when the label does not say.</summary>
    [JsonPropertyName("is_login_form")]
    public bool? IsSignIn { get; init; }

    public required string Kind { get; init; }

    public string? Step { get; init; }

    [JsonPropertyName("username_selector")]
    public string? Username { get; init; }

    [JsonPropertyName("password_selector")]
    public string? Password { get; init; }

    [JsonPropertyName("otp_selector")]
    public string? OneTimeCode { get; init; }

    /// <summary>The controls that are right to press; any of them counts.</summary>
    [JsonPropertyName("submit_selectors_all")]
    public IReadOnlyList<string> Submits { get; init; } = [];

    /// <summary>Fields that must never get a stored password.</summary>
    [JsonPropertyName("new_password_selectors")]
    public IReadOnlyList<string> NewPasswords { get; init; } = [];

    /// <summary>Whether a stored password has no business on this page.</summary>
    [JsonIgnore]
    public bool IsForNewPassword => Kind is "signup" or "change" or "reset";

    /// <summary>Reads the labels of a corpus.</summary>
    public static async Task<IReadOnlyList<LabelledPage>> ReadAllAsync(string path)
    {
        await using var file = System.IO.File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<List<LabelledPage>>(file, JsonSerializerOptions.Web) ?? [];
    }
}
