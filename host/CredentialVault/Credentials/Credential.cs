namespace CredentialVault.Credentials;

/// <summary>A credential as an owner sees it: everything but its secrets.</summary>
/// <param name="Overview">Label, origins, username and the like.</param>
/// <param name="Attachments">Which profiles and automations may use it.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="UpdatedAt">When what it signs in with was last changed.</param>
/// <param name="StoppedReason">Why the guard has stopped it (see <see cref="SignIn.Reason"/>), or null.</param>
/// <param name="VerifiedAt">When it was last seen to work, or null if not since what it signs in with was last changed.</param>
public sealed record Credential(
    Overview Overview,
    IReadOnlyList<Attachment> Attachments,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string? StoppedReason,
    DateTimeOffset? VerifiedAt = null)
{
    /// <summary>The credential's id: 12 lower-case letters and digits.</summary>
    public string Id => Overview.Id;

    /// <summary>Where its values are typed.</summary>
    public Fill Fill => Overview.Fill ?? Fill.Isolated;
}
