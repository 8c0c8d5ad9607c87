using System.Text.Json;
using System.Text.Json.Nodes;

namespace CredentialVault.Tests.Wycheproof;

/// <summary>
/// The test vectors of Project Wycheproof (C2SP/wycheproof, <c>testvectors_v1</c>, Apache License 2.0), from the folder
/// that CREDENTIAL_VAULT_VECTORS names. Where it names none, each theory has one row that says so.
/// </summary>
internal static class Vectors
{
    /// <summary>The name of the row that stands for vectors that are not there.</summary>
    public const string LeftOut = "left out: CREDENTIAL_VAULT_VECTORS names no folder";

    /// <summary>A row for each group of the file, or the one that says that there is no file.</summary>
    public static TheoryData<string> Groups(string file)
    {
        var rows = new TheoryData<string>();
        if (Read(file) is not { } groups)
        {
            rows.Add(LeftOut);
            return rows;
        }

        for (var i = 0; i < groups.Count; i++)
        {
            rows.Add($"{file} group {i}");
        }

        return rows;
    }

    /// <summary>The group of a row, or nothing for the row that says that there is no file.</summary>
    public static JsonNode? Group(string row)
    {
        if (string.Equals(row, LeftOut, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = row.Split(' ');
        return Read(parts[0])![int.Parse(parts[2], provider: null)];
    }

    /// <summary>How many tests the file has, or nothing where there is no file.</summary>
    public static int? Count(string file) => Read(file)?.Sum(group => group!["tests"]!.AsArray().Count);

    public static IEnumerable<JsonNode> Tests(this JsonNode group) => group["tests"]!.AsArray().Select(test => test!);

    public static string Text(this JsonNode node, string member) => node[member]!.GetValue<string>();

    public static byte[] Hex(this JsonNode node, string member) => Convert.FromHexString(node.Text(member));

    public static bool IsValid(this JsonNode test) => string.Equals(test.Text("result"), "valid", StringComparison.Ordinal);

    /// <summary>A key with the members that make it one and no others.</summary>
    public static byte[] BareKey(JsonNode jwk)
    {
        var bare = new JsonObject();
        foreach (var (name, value) in jwk.AsObject())
        {
            if (name is "kty" or "crv" or "x" or "y" or "d" or "k")
            {
                bare[name] = value!.DeepClone();
            }
        }

        return JsonSerializer.SerializeToUtf8Bytes(bare);
    }

    private static JsonArray? Read(string file) =>
        Environment.GetEnvironmentVariable("CREDENTIAL_VAULT_VECTORS") is { Length: > 0 } folder
            ? JsonNode.Parse(File.ReadAllText(Path.Combine(folder, file)))!["testGroups"]!.AsArray()
            : null;
}
