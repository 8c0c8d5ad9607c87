using System.CommandLine;

namespace CredentialVault.Cli.Commands;

/// <summary>Which credential is meant.</summary>
internal sealed class CredentialArgument : Argument<string>
{
    public CredentialArgument()
        : base("LABEL|ID") => Description = "The credential's label, or its id when another has the same label.";
}
