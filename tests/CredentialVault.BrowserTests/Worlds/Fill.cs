namespace CredentialVault.BrowserTests.Worlds;

/// <summary>Where the vault types, as the owner says it on the command line.</summary>
internal static class Fill
{
    public const string InPage = "in-page";
    public const string Isolated = "isolated";

    /// <summary>Each of these kinds with each fill.</summary>
    public static TheoryData<string, string> Both(params string[] kinds)
    {
        var data = new TheoryData<string, string>();
        foreach (var kind in kinds)
        {
            data.Add(kind, InPage);
            data.Add(kind, Isolated);
        }

        return data;
    }
}
