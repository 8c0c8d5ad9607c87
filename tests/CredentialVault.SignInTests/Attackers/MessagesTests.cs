using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CredentialVault.Host.Handlers;
using CredentialVault.Host.Messages;
using CredentialVault.Profiles;
using CredentialVault.Secrets;
using CredentialVault.SignIn;
using CredentialVault.Vaults;

namespace CredentialVault.SignInTests.Attackers;

/// <summary>What whoever speaks for the extension can be told at all.</summary>
public sealed class MessagesTests
{
    /// <summary>Every answer there is for a sign-in whose credential is isolated; <c>fill</c> is an error for it.</summary>
    private static readonly Type[] IsolatedAnswers = [typeof(SignInAnswer), typeof(MakeReadyAnswer), typeof(SessionAnswer), typeof(SessionPartAnswer), typeof(ReportAnswer), typeof(ErrorAnswer)];

    /// <summary>Every answer there is for an owner's profile, but for the greeting.</summary>
    private static readonly Type[] OwnersAnswers =
    [
        typeof(ListCredentialsAnswer), typeof(BeginDraftAnswer), typeof(SaveCredentialAnswer), typeof(DoneAnswer), typeof(CodeAnswer), typeof(ListPlacesAnswer),
        typeof(VerifyCredentialAnswer), typeof(VerificationAnswer), typeof(VerificationPictureAnswer), typeof(ListAuditAnswer), typeof(ErrorAnswer),
    ];

    [Fact]
    public void Answers_for_an_isolated_sign_in_have_room_for_a_session_and_for_nothing_else()
    {
        var members = IsolatedAnswers.SelectMany(Reachable).Where(type => type.Namespace == typeof(Answer).Namespace).Distinct()
            .SelectMany(type => PropertiesOf(type).Select(property => $"{type.Name}.{property.Name}"));

        Assert.Equal(
            [
                "ErrorAnswer.Code", "ErrorAnswer.Field", "ErrorAnswer.Message", "MakeReadyAnswer.KeepMilliseconds",
                "NextMember.Account", "NextMember.BoundMilliseconds", "NextMember.Clear", "NextMember.Do", "NextMember.Fields", "NextMember.GoTo", "NextMember.Outcome", "NextMember.Parts", "NextMember.ReturnTo",
                "NextMember.Status", "NextMember.WaitMilliseconds", "NextMember.Way",
                "OutcomeMember.Code", "OutcomeMember.Reason", "OutcomeMember.Sentence",
                "ReportAnswer.Next", "SessionAnswer.Next", "SessionPartAnswer.Text", "SignInAnswer.Next", "SignInAnswer.SignIn",
            ],
            members.Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Answers_for_an_owner_have_room_for_a_current_code_and_for_no_stored_secret()
    {
        var members = OwnersAnswers.SelectMany(Reachable).Where(type => type.Namespace == typeof(Answer).Namespace).Distinct()
            .SelectMany(type => PropertiesOf(type).Select(property => $"{type.Name}.{property.Name}"));

        // The one that is made from a secret is CodeAnswer.Code. KeyMember is the vault's public key; VerificationPictureAnswer.Text is a picture without what fields held.
        Assert.Equal(
            [
                "AuditMember.At", "AuditMember.Automation", "AuditMember.Change", "AuditMember.Credential", "AuditMember.Event", "AuditMember.Id", "AuditMember.Label", "AuditMember.Milliseconds", "AuditMember.MoreSites", "AuditMember.Outcome",
                "AuditMember.Profile", "AuditMember.Reason", "AuditMember.Reflected", "AuditMember.Sentence", "AuditMember.Site", "AuditMember.WaitedMilliseconds",
                "AutomationMember.Name", "AutomationMember.Profiles",
                "BeginDraftAnswer.Draft", "BeginDraftAnswer.Key", "BeginDraftAnswer.Kid",
                "ChangeMember.Attached", "ChangeMember.Changed", "ChangeMember.Detached", "ChangeMember.Fill", "ChangeMember.Place", "ChangeMember.Program",
                "ChangeMember.RememberDevice", "ChangeMember.Removed", "ChangeMember.Role", "ChangeMember.RunsIn",
                "CodeAnswer.ClockDoubt", "CodeAnswer.Code", "CodeAnswer.Period", "CodeAnswer.SecondsLeft", "CodeAnswer.UsedBefore",
                "ConflictMember.Attachment", "ConflictMember.Origin", "ConflictMember.Others",
                "CredentialMember.Attachments", "CredentialMember.Conflicts", "CredentialMember.Fields", "CredentialMember.Fill", "CredentialMember.Id", "CredentialMember.Label",
                "CredentialMember.LastSignIn", "CredentialMember.RememberDevice", "CredentialMember.SessionOrigins", "CredentialMember.SignInOrigins", "CredentialMember.SignInUrl", "CredentialMember.Stopped", "CredentialMember.Totp",
                "CredentialMember.Username", "CredentialMember.VerifiedAt",
                "ErrorAnswer.Code", "ErrorAnswer.Field", "ErrorAnswer.Message",
                "KeyMember.Crv", "KeyMember.Kty", "KeyMember.X", "KeyMember.Y",
                "LastSignInMember.At", "LastSignInMember.ChangedSince", "LastSignInMember.Event", "LastSignInMember.Outcome", "LastSignInMember.Reason", "LastSignInMember.Sentence",
                "ListAuditAnswer.Next", "ListAuditAnswer.Records", "ListCredentialsAnswer.Credentials", "ListCredentialsAnswer.Next", "ListPlacesAnswer.Automations",
                "ListPlacesAnswer.CommandLine", "ListPlacesAnswer.Profiles",
                "ProfileMember.Name", "ProfileMember.Role",
                "SaveCredentialAnswer.Credential",
                "StopMember.Reason", "StopMember.Sentence", "StopMember.Unlockable",
                "VerificationAnswer.Ended", "VerificationAnswer.Steps",
                "VerificationEndMember.ClockDoubt", "VerificationEndMember.Code", "VerificationEndMember.Milliseconds", "VerificationEndMember.PictureParts", "VerificationEndMember.Reason",
                "VerificationEndMember.Reflected", "VerificationEndMember.Remarks", "VerificationEndMember.Sentence", "VerificationEndMember.Works",
                "VerificationPictureAnswer.Text",
                "VerificationStepMember.Milliseconds", "VerificationStepMember.Sentence", "VerificationStepMember.State", "VerificationStepMember.What",
                "VerifyCredentialAnswer.Verification",
            ],
            members.Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Every_message_but_the_greeting_is_for_one_role_alone()
    {
        string[] agents = ["fill", "make-ready", "report", "session", "session-part", "sign-in"];
        var handlers = typeof(IHandler).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IHandler)))
            .Select(type => (IHandler)Activator.CreateInstance(type, type.GetConstructors()[0].GetParameters() is [] ? [] : [TimeProvider.System])!)
            .ToArray();

        Assert.Equal(agents, handlers.Where(handler => handler.Roles is [Role.Agent]).Select(handler => handler.Type).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(["hello"], handlers.Where(handler => handler.Roles.Count != 1).Select(handler => handler.Type), StringComparer.Ordinal);
        Assert.Equal(OwnersAnswers.ToHashSet(), handlers.Where(handler => handler.Roles is [Role.Owner]).Select(handler => handler.GetType().BaseType!.GetGenericArguments()[1]).Append(typeof(ErrorAnswer)).ToHashSet());
    }

    [Fact]
    public void No_message_of_any_kind_can_hold_a_secret()
    {
        var messages = typeof(MessageJsonContext).GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
            .Select(attribute => (Type)attribute.ConstructorArguments[0].Value!)
            .ToArray();
        Assert.Subset(messages.ToHashSet(), IsolatedAnswers.Concat(OwnersAnswers).ToHashSet());

        var types = messages.SelectMany(Reachable).Distinct().ToArray();

        Assert.All(types, type => Assert.True(
            type.Namespace == typeof(Answer).Namespace || type == typeof(string) || type == typeof(JsonElement) || type == typeof(DateTimeOffset) || type.IsPrimitive || type.IsGenericType,
            $"{type} is neither a message nor a plain value."));
        Assert.DoesNotContain(types, type => type == typeof(object) || type.IsAssignableFrom(typeof(Secret)));
    }

    [Fact]
    public void A_secret_cannot_become_JSON_at_all()
    {
        using var secret = Secret.FromText("correct horse");

        Assert.ThrowsAny<Exception>(() => JsonSerializer.Serialize(secret));
        Assert.ThrowsAny<Exception>(() => JsonSerializer.Serialize(new { secret }));
        Assert.ThrowsAny<Exception>(() => JsonSerializer.Serialize<object>(new[] { secret }));
        var contexts = new[] { typeof(Answer).Assembly, typeof(SignIns).Assembly, typeof(Vault).Assembly }
            .SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsSubclassOf(typeof(JsonSerializerContext))).ToArray();
        Assert.True(contexts.Length > 5);
        Assert.All(contexts, context => Assert.Null(((IJsonTypeInfoResolver)Activator.CreateInstance(context)!).GetTypeInfo(typeof(Secret), new JsonSerializerOptions())));
    }

    private static HashSet<Type> Reachable(Type root)
    {
        HashSet<Type> found = [];
        var open = new Stack<Type>([root]);
        while (open.TryPop(out var type))
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            if (!found.Add(type))
            {
                continue;
            }

            foreach (var inside in type.IsGenericType ? type.GetGenericArguments() : type.Namespace == typeof(Answer).Namespace ? PropertiesOf(type).Select(property => property.PropertyType) : [])
            {
                open.Push(inside);
            }
        }

        return found;
    }

    private static PropertyInfo[] PropertiesOf(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
}
