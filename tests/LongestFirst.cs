using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace CredentialVault;

/// <summary>Says that the tests of a class take minutes, however few they are.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TakesLongAttribute : Attribute;

/// <summary>
/// Starts the classes that are never left out first, and of each kind those that take long, and then those with most tests. The
/// tests of a class run one after the other, so that a long one started late would run on alone, with a processor idle.
/// </summary>
internal sealed class LongestFirst : ITestCollectionOrderer
{
    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        from collection in testCollections
        let type = WithinTime.ClassOf(collection)
        orderby WithinTime.IsNeverLeftOut(type) descending, type?.IsDefined(typeof(TakesLongAttribute)) descending, type is null ? 0 : TestsIn(type) descending
        select collection;

    private static int TestsIn(Type type) =>
        type.GetMethods().Where(method => method.IsDefined(typeof(FactAttribute))).Sum(CasesOf);

    private static int CasesOf(MethodInfo method) =>
        method.GetCustomAttributes<DataAttribute>().ToArray() is { Length: > 0 } data ? data.Sum(source => source.GetData(method).Count()) : 1;
}
