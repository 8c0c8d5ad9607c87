using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CredentialVault.Host.Messages;
using CredentialVault.Secrets;
using CredentialVault.SignIn;
using CredentialVault.Vaults;

namespace CredentialVault.SignInTests.Attackers;

/// <summary>What whoever speaks for the extension can be told at all.</summary>
public sealed class MessagesTests
{
    /// <summary>Every answer there is for a sign-in whose credential is isolated; <c>fill</c> is an error for it.</summary>
    private static readonly Type[] IsolatedAnswers = [typeof(SignInAnswer), typeof(SessionAnswer), typeof(SessionPartAnswer), typeof(ReportAnswer), typeof(ErrorAnswer)];

    [Fact]
    public void Answers_for_an_isolated_sign_in_have_room_for_a_session_and_for_nothing_else()
    {
        var members = IsolatedAnswers.SelectMany(Reachable).Where(type => type.Namespace == typeof(Answer).Namespace).Distinct()
            .SelectMany(type => PropertiesOf(type).Select(property => $"{type.Name}.{property.Name}"));

        Assert.Equal(
            [
                "ErrorAnswer.Code", "ErrorAnswer.Message",
                "NextMember.Account", "NextMember.BoundMilliseconds", "NextMember.Clear", "NextMember.Do", "NextMember.Fields", "NextMember.Outcome", "NextMember.Parts", "NextMember.ReturnTo",
                "NextMember.Status", "NextMember.WaitMilliseconds", "NextMember.Way",
                "OutcomeMember.Code", "OutcomeMember.Reason", "OutcomeMember.Sentence",
                "ReportAnswer.Next", "SessionAnswer.Next", "SessionPartAnswer.Text", "SignInAnswer.Next", "SignInAnswer.SignIn",
            ],
            members.Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Fact]
    public void No_message_of_any_kind_can_hold_a_secret()
    {
        var messages = typeof(MessageJsonContext).GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
            .Select(attribute => (Type)attribute.ConstructorArguments[0].Value!)
            .ToArray();
        Assert.Subset(messages.ToHashSet(), IsolatedAnswers.ToHashSet());

        var types = messages.SelectMany(Reachable).Distinct().ToArray();

        Assert.All(types, type => Assert.True(
            type.Namespace == typeof(Answer).Namespace || type == typeof(string) || type == typeof(JsonElement) || type.IsPrimitive || type.IsGenericType,
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
