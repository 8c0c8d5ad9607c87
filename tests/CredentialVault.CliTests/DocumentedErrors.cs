using System.Globalization;
using System.Reflection;
using CredentialVault.Errors;

namespace CredentialVault.CliTests;

public sealed class DocumentedErrors
{
    private const int AnyNumber = 7357;

    [Fact]
    public async Task Every_error_stands_in_the_table_with_its_sentence()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "docs", "errors.md"));
        var documented = lines.Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);

        var known = All().Select(error => $"| `{error.Code}` | {error.Sentence} |").ToHashSet(StringComparer.Ordinal);

        Assert.Empty(known.Except(documented, StringComparer.Ordinal));
        Assert.Empty(documented.Except(known, StringComparer.Ordinal));
    }

    /// <summary>Every error there is; where a sentence names something, it says which parameter in braces.</summary>
    private static IEnumerable<VaultError> All()
    {
        const BindingFlags Factories = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly;
        Type[] types = [.. typeof(VaultError).Assembly.GetTypes(), .. Assembly.Load("credential-vault-host").GetTypes(), .. Assembly.Load("credential-vault").GetTypes()];
        foreach (var property in types.SelectMany(type => type.GetProperties(Factories)).Where(one => one.PropertyType == typeof(VaultError)))
        {
            yield return (VaultError)property.GetValue(null)!;
        }

        foreach (var method in types.SelectMany(type => type.GetMethods(Factories)).Where(IsFactory))
        {
            var numbers = method.GetParameters().Where(one => one.ParameterType == typeof(int)).ToArray();
            Assert.True(numbers.Length <= 1, method.Name);
            var error = (VaultError)method.Invoke(null, [.. method.GetParameters().Select(one => one.ParameterType == typeof(int) ? (object)AnyNumber : $"{{{one.Name}}}")])!;
            yield return numbers is [var number]
                ? error with { Sentence = error.Sentence.Replace(AnyNumber.ToString(CultureInfo.InvariantCulture), $"{{{number.Name}}}", StringComparison.Ordinal) }
                : error;
        }
    }

    private static bool IsFactory(MethodInfo method) =>
        method.ReturnType == typeof(VaultError) && !method.IsSpecialName && method.GetParameters().All(one => one.ParameterType == typeof(string) || one.ParameterType == typeof(int));
}
