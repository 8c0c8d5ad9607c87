using System.Text.Json.Serialization;

namespace CredentialVault.Audit;

/// <summary>What an audit record is about.</summary>
public static class AuditEvent
{
    /// <summary>A sign-in that was begun, with its outcome.</summary>
    public const string SignIn = "sign-in";

    /// <summary>A signed-out page for which nothing was begun, with the outcome that says why.</summary>
    public const string Refusal = "refusal";

    /// <summary>The owner was given a current one-time code.</summary>
    public const string GetCode = "get-code";

    /// <summary>The owner tried a credential, with its outcome.</summary>
    public const string Verify = "verify";

    /// <summary>The owner lifted the guard's stop.</summary>
    public const string Unlock = "unlock";

    /// <summary>The owner added a credential.</summary>
    public const string Add = "add";

    /// <summary>The owner changed a credential.</summary>
    public const string Edit = "edit";

    /// <summary>The owner let a profile or an automation use a credential.</summary>
    public const string Attach = "attach";

    /// <summary>The owner took a credential away from a profile or an automation.</summary>
    public const string Detach = "detach";

    /// <summary>The owner removed a credential.</summary>
    public const string Remove = "remove";

    /// <summary>The owner registered a profile.</summary>
    public const string AddProfile = "add-profile";

    /// <summary>The owner removed a profile.</summary>
    public const string RemoveProfile = "remove-profile";

    /// <summary>The owner added an automation.</summary>
    public const string AddAutomation = "add-automation";

    /// <summary>The owner removed an automation.</summary>
    public const string RemoveAutomation = "remove-automation";
}

/// <summary>One line of the audit. No member ever holds a secret.</summary>
/// <param name="Id">26 random characters.</param>
/// <param name="At">When.</param>
/// <param name="Event">See <see cref="AuditEvent"/>.</param>
/// <param name="Detail">The rest.</param>
public sealed record AuditRecord(string Id, DateTimeOffset At, string Event, AuditDetail Detail);

/// <summary>What an audit record says. Sealed in the store, since it names sites.</summary>
public sealed record AuditDetail
{
    /// <summary>Id of the record, so that a detail put into another row is noticed.</summary>
    public string? Id { get; init; }

    /// <summary>Name of the profile, or null when the owner did it.</summary>
    public string? Profile { get; init; }

    /// <summary>Name of the automation, or null.</summary>
    public string? Automation { get; init; }

    /// <summary>Origin of the page, or null.</summary>
    public string? Site { get; init; }

    /// <summary>Further origins that a credential was added for. Null: none.</summary>
    public IReadOnlyList<string>? MoreSites { get; init; }

    /// <summary>The credential's id, or null when none was chosen.</summary>
    public string? Credential { get; init; }

    /// <summary>The credential's label then, or null.</summary>
    public string? Label { get; init; }

    /// <summary>Code of the outcome, or null.</summary>
    public string? Outcome { get; init; }

    /// <summary>Reason of the outcome, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>How long the sign-in took, in milliseconds, or null.</summary>
    public long? Milliseconds { get; init; }

    /// <summary>How much of it was waiting for a one-time code or a turn, in milliseconds, or null.</summary>
    public long? WaitedMilliseconds { get; init; }

    /// <summary>Where the site had stored the password, the seed or a code; what was there was not handed over. Null: nowhere.</summary>
    public IReadOnlyList<string>? Reflected { get; init; }

    /// <summary>What was pressed to go on, in order; see <see cref="SignIn.WayOn"/>. Null: nothing.</summary>
    public IReadOnlyList<string>? Pressed { get; init; }

    /// <summary>The origin that the site would have had the password or a code sent to, which was stopped. Null: none.</summary>
    public string? StoppedAt { get; init; }

    /// <summary>How long before its key was saved a code was last taken, in seconds; the record comes with the saving. Null: it was taken of a saved key.</summary>
    public long? SecondsBeforeSaving { get; init; }

    /// <summary>What the owner changed in the credential, or which profile or automation came or went. Null where nothing was changed.</summary>
    public RecordedChange? Change { get; init; }

    /// <summary>The same with what a sign-in met with.</summary>
    /// <param name="trace">What it met with.</param>
    public AuditDetail With(SignInTrace trace) => this with
    {
        Reflected = trace.Reflected.Count > 0 ? trace.Reflected : null,
        Pressed = trace.Pressed.Count > 0 ? trace.Pressed : null,
        StoppedAt = trace.StoppedAt,
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AuditDetail))]
internal sealed partial class AuditJson : JsonSerializerContext;
