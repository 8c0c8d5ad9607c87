using System.CommandLine;
using CredentialVault.Cli.Browsers;
using CredentialVault.Cli.Terminal;
using CredentialVault.Credentials;
using CredentialVault.Errors;
using CredentialVault.Secrets;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Commands;

/// <summary><c>credential add</c>: seals a credential; what is missing is asked for.</summary>
internal sealed class CredentialAddCommand : Command
{
    private readonly Option<string?> _label = new("--label") { HelpName = "L", Description = "Your name for it." };
    private readonly Option<string[]> _origins = Many("--origin", "O", "Where secrets may be typed, such as https://shop.example. Bound into the sealed secrets.");
    private readonly Option<string[]> _sessionOrigins = Many("--session-origin", "O", "Whose session is meant, when not the same.");
    private readonly Option<string?> _username = new("--username") { HelpName = "U", Description = "The account's name at the site." };
    private readonly Option<string?> _signInUrl = new("--sign-in-url") { HelpName = "URL", Description = "Where signing in starts." };
    private readonly Option<string[]> _attach = Many("--attach", "TARGET", "Who may use it: profile:NAME or automation:NAME.");
    private readonly FillOption _fill = new();
    private readonly RememberDeviceOptions _rememberDevice = new(mayTakeBack: false);
    private readonly SecretOptions _secrets = new();
    private readonly Screen _screen;

    public CredentialAddCommand(Screen screen)
        : base("add", "Add a credential. What is missing is asked for.")
    {
        _screen = screen;
        Add(_label);
        Add(_origins);
        Add(_sessionOrigins);
        Add(_username);
        Add(_signInUrl);
        _secrets.AddTo(this);
        Add(_fill);
        _rememberDevice.AddTo(this);
        Add(_attach);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        await using var vault = await OpenVault.OfThisProcessAsync();
        var fill = _fill.Read(parsed, _screen);
        SiteOrigin[] sessionOrigins = [.. (parsed.GetValue(_sessionOrigins) ?? []).Select(SiteOrigin.Parse)];
        Attachment[] attachments = [.. (parsed.GetValue(_attach) ?? []).Select(Attachment.Parse)];
        var label = parsed.GetValue(_label) ?? Prompt.AskNeededText(_screen, "Label", "--label");
        SiteOrigin[] origins = parsed.GetValue(_origins) is { Length: > 0 } given
            ? [.. given.Select(SiteOrigin.Parse)]
            : [Prompt.AskAgainWhileWrong(_screen, AskOrigin)];
        var username = parsed.GetValue(_username) ?? Prompt.AskNeededText(_screen, "Username", "--username");
        using var secrets = AskForMissing(_secrets.Read(parsed));

        var credential = await vault.Credentials.AddAsync(new CredentialDraft
        {
            Label = label,
            SignInOrigins = origins,
            SessionOrigins = sessionOrigins,
            Username = username,
            Password = secrets.Password!,
            Totp = secrets.Totp,
            FurtherFields = secrets.Further,
            SignInUrl = parsed.GetValue(_signInUrl),
            Fill = fill ?? Fill.Isolated,
            RememberDevice = _rememberDevice.Read(parsed) ?? false,
            Attachments = attachments,
        });
        _screen.Say($"The credential '{label}' is added: {credential.Id}", Tone.Good);
        await ConflictWarning.TellAsync(_screen, vault, credential.Id);
        if (secrets.Totp is not null)
        {
            _screen.Say($"The code that binds the authenticator at the site: {Invocation.Of(["credential", "totp", label])}");
        }

        _screen.Next(await NextAsync(vault, credential));
        return 0;
    }

    /// <summary>People paste the address of the sign-in page, and its origin is what counts.</summary>
    private SiteOrigin AskOrigin()
    {
        var typed = Prompt.AskNeededText(_screen, "Site (such as https://shop.example)", "--origin");
        if (!SiteOrigin.TryOfAddress(typed, out var origin))
        {
            return SiteOrigin.Parse(typed);
        }

        if (!typed.TrimEnd('/').Equals(origin.ToString(), StringComparison.OrdinalIgnoreCase))
        {
            _screen.Note($"Taken as {origin}, the origin of this address.");
        }

        return origin;
    }

    private GivenSecrets AskForMissing(GivenSecrets given)
    {
        if (given.Password is not null)
        {
            return given;
        }

        Secret? password = null;
        try
        {
            password = Prompt.AskAgainWhileWrong(
                _screen, () => Prompt.AskSecret("Password", "--password-env or --password-stdin") ?? throw VaultError.PasswordMissing.AsException());
            return new GivenSecrets(password, given.Totp ?? Prompt.AskSeed(_screen, "Authenticator key, or Enter for none", "--totp-env or --totp-stdin"), given.Further);
        }
        catch
        {
            password?.Dispose();
            given.Dispose();
            throw;
        }
    }

    private static async Task<string[]> NextAsync(Vault vault, Credential credential)
    {
        if (credential.Attachments is [var first, ..] && await SuggestedLaunch.ForAsync(vault, first) is { } launch)
        {
            return launch;
        }

        if (await vault.Profiles.ListAutomationsAsync() is [var automation, ..])
        {
            return ["credential", "attach", credential.Id, $"automation:{automation.Name}"];
        }

        return await vault.Profiles.ListProfilesAsync() is [var any, ..]
            ? ["credential", "attach", credential.Id, $"profile:{any.Name}"]
            : ["profile", "add", "work", "--user-data-dir", SuggestedFolder.For("work")];
    }

    private static Option<string[]> Many(string name, string helpName, string description) =>
        new(name) { HelpName = helpName, Description = description, AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore };
}
