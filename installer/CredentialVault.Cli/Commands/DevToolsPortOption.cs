using System.CommandLine;
using System.Globalization;

namespace CredentialVault.Cli.Commands;

/// <summary><c>--remote-debugging-port</c>: where a program can drive the browser.</summary>
internal sealed class DevToolsPortOption : Option<int?>
{
    private const int MostPort = 65535;

    /// <param name="description">Who it is for.</param>
    public DevToolsPortOption(string description)
        : base("--remote-debugging-port")
    {
        HelpName = "N";
        Description = description;
        Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= MostPort))
            {
                result.AddError("--remote-debugging-port needs a number from 0 to 65535.");
            }
        });
    }
}
