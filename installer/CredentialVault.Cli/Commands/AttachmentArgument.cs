using System.CommandLine;

namespace CredentialVault.Cli.Commands;

/// <summary>To what a credential is attached.</summary>
internal sealed class AttachmentArgument : Argument<string>
{
    public AttachmentArgument()
        : base("TARGET") => Description = "profile:NAME or automation:NAME.";
}
