namespace CredentialVault.Audit;

/// <summary>By what an owner changes a vault.</summary>
public enum OwnersProgram
{
    /// <summary>The page in the owner's browser, through the host.</summary>
    SetUpPage,

    /// <summary>The command line.</summary>
    CommandLine,
}

/// <summary>The words for <see cref="OwnersProgram"/>.</summary>
public static class OwnersProgramNames
{
    private const string SetUpPage = "set-up-page";

    /// <summary>The word for programs: <c>set-up-page</c> or <c>command-line</c>.</summary>
    /// <param name="program">The program.</param>
    public static string ToName(this OwnersProgram program) => program == OwnersProgram.SetUpPage ? SetUpPage : "command-line";

    /// <summary>Where it was done, for a person.</summary>
    /// <param name="name">The word for programs.</param>
    public static string InWords(string name) => name == SetUpPage ? "on the set-up page" : "on the command line";
}
