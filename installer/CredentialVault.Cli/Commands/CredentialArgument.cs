using System.CommandLine;

namespace CredentialVault.Cli.Commands;

/// <summary>Which credential is meant.</summary>
internal sealed class CredentialArgument : Argument<string>
{
    public CredentialArgument()
        : base("ID") => Description = "The credential's id, or its label when no other has the same.";
}
