namespace SampleSite.Styles;

/// <summary>One field of a form.</summary>
/// <param name="Name">The name it is sent under.</param>
/// <param name="Id">The id of the element.</param>
/// <param name="Autocomplete">The autocomplete attribute; null for none.</param>
public sealed record FormField(string Name, string Id, string? Autocomplete);

/// <summary>The fields of the account forms.</summary>
public sealed record FormFields
{
    /// <summary>The email address, which is the user name.</summary>
    public required FormField Email { get; init; }

    /// <summary>The password at sign-in.</summary>
    public required FormField Password { get; init; }

    /// <summary>The one-time code; of split boxes, name and id are followed by 1 to 6.</summary>
    public required FormField Code { get; init; }

    /// <summary>The checkbox that makes the session outlive the browser.</summary>
    public required FormField RememberMe { get; init; }

    /// <summary>The password in use, where a new one is chosen.</summary>
    public required FormField OldPassword { get; init; }

    /// <summary>A new password.</summary>
    public required FormField NewPassword { get; init; }

    /// <summary>A new password once more.</summary>
    public required FormField ConfirmPassword { get; init; }
}
