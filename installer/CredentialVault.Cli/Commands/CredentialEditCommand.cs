using System.CommandLine;
using CredentialVault.Cli.Terminal;
using CredentialVault.Credentials;

namespace CredentialVault.Cli.Commands;

/// <summary><c>credential edit</c>: changes what is given; on a terminal, without anything given, asks for each part.</summary>
internal sealed class CredentialEditCommand : Command
{
    private readonly CredentialArgument _credential = new();
    private readonly Option<string?> _label = new("--label") { HelpName = "L", Description = "Another label." };
    private readonly Option<string?> _username = new("--username") { HelpName = "U", Description = "Another username." };

    private readonly Option<string[]> _sessionOrigins = new("--session-origin")
    {
        HelpName = "O", Description = "Other session origins, in place of the old ones.", AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _signInUrl = new("--sign-in-url") { HelpName = "URL", Description = "Another sign-in URL." };
    private readonly FillOption _fill = new();
    private readonly RememberDeviceOptions _rememberDevice = new(mayTakeBack: true);
    private readonly SecretOptions _secrets = new();
    private readonly Screen _screen;

    public CredentialEditCommand(Screen screen)
        : base("edit", "Change a credential. Sign-in origins are bound into its secrets: for others, add a new credential.")
    {
        _screen = screen;
        Add(_credential);
        Add(_label);
        Add(_username);
        Add(_sessionOrigins);
        Add(_signInUrl);
        _secrets.AddTo(this);
        Add(_fill);
        _rememberDevice.AddTo(this);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        await using var vault = await OpenVault.OfThisProcessAsync();
        var credential = await vault.Credentials.FindAsync(parsed.GetRequiredValue(_credential));
        using var secrets = _secrets.Read(parsed);
        var change = new CredentialChange
        {
            Label = parsed.GetValue(_label),
            Username = parsed.GetValue(_username),
            Password = secrets.Password,
            Totp = secrets.Totp,
            FurtherFields = secrets.Further.Count > 0 ? secrets.Further : null,
            SessionOrigins = parsed.GetValue(_sessionOrigins) is { Length: > 0 } origins ? [.. origins.Select(SiteOrigin.Parse)] : null,
            SignInUrl = parsed.GetValue(_signInUrl),
            Fill = _fill.Read(parsed, _screen),
            RememberDevice = _rememberDevice.Read(parsed),
        };
        if (change == new CredentialChange())
        {
            change = AskForAll(credential);
            if (change == new CredentialChange())
            {
                _screen.Say("Nothing is changed.");
                return 0;
            }
        }

        try
        {
            await vault.Credentials.ChangeAsync(credential, change);
        }
        finally
        {
            change.Password?.Dispose();
            change.Totp?.Dispose();
        }

        _screen.Say($"The credential '{change.Label ?? credential.Overview.Label}' is changed.", Tone.Good);
        await NextSignIn.TellAsync(_screen, vault, credential);
        return 0;
    }

    private CredentialChange AskForAll(Credential credential)
    {
        const string Option = "What to change, such as --password-env VAR,";
        var label = Prompt.AskText($"Label, or Enter for '{credential.Overview.Label}'", Option);
        var username = Prompt.AskText($"Username, or Enter for '{credential.Overview.Username}'", Option);
        var password = Prompt.AskSecret("Password, or Enter for the old one", Option);
        var seed = Prompt.AskSeed(_screen, "Authenticator key, or Enter for the old one", Option);
        return new CredentialChange
        {
            Label = label.Length > 0 ? label : null,
            Username = username.Length > 0 ? username : null,
            Password = password,
            Totp = seed,
        };
    }
}
