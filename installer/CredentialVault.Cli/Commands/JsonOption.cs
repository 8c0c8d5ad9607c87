using System.CommandLine;

namespace CredentialVault.Cli.Commands;

/// <summary><c>--json</c>, which every listing has.</summary>
internal sealed class JsonOption : Option<bool>
{
    public JsonOption()
        : base("--json") => Description = "Print JSON, for programs.";
}
