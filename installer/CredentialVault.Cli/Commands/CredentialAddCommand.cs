using System.CommandLine;
using CredentialVault.Cli.Browsers;
using CredentialVault.Cli.Terminal;
using CredentialVault.Credentials;
using CredentialVault.Errors;
using CredentialVault.OneTimeCodes;
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
        Add(_attach);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        await using var vault = await OpenVault.OfThisProcessAsync();
        var fill = _fill.Read(parsed, _screen);
        SiteOrigin[] sessionOrigins = [.. (parsed.GetValue(_sessionOrigins) ?? []).Select(SiteOrigin.Parse)];
        Attachment[] attachments = [.. (parsed.GetValue(_attach) ?? []).Select(Attachment.Parse)];
        var label = parsed.GetValue(_label) ?? Prompt.AskNeededText("Label", "--label");
        SiteOrigin[] origins = parsed.GetValue(_origins) is { Length: > 0 } given
            ? [.. given.Select(SiteOrigin.Parse)]
            : [SiteOrigin.Parse(Prompt.AskNeededText("Origin, such as https://shop.example", "--origin"))];
        var username = parsed.GetValue(_username) ?? Prompt.AskNeededText("Username", "--username");
        using var secrets = AskForMissing(_secrets.Read(parsed));

        var credential = await vault.Credentials.AddAsync(new CredentialDraft
        {
            Label = label,
            SignInOrigins = origins,
            SessionOrigins = sessionOrigins,
            Username = username,
            Password = secrets.Password!,
            Totp = secrets.Totp,
            SignInUrl = parsed.GetValue(_signInUrl),
            Fill = fill ?? Fill.Isolated,
            Attachments = attachments,
        });
        _screen.Say($"The credential '{label}' is added: {credential.Id}", Tone.Good);
        _screen.Next(await NextAsync(vault, credential));
        return 0;
    }

    private static GivenSecrets AskForMissing(GivenSecrets given)
    {
        if (given.Password is not null)
        {
            return given;
        }

        Secret? password = null;
        try
        {
            password = Prompt.AskSecret("Password", "--password-env or --password-stdin") ?? throw VaultError.PasswordMissing.AsException();
            using var seed = given.Totp is null ? Prompt.AskSecret("One-time-code seed, or Enter for none", "--totp-env or --totp-stdin") : null;
            return new GivenSecrets(password, seed is null ? given.Totp : TotpSeed.Parse(seed));
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
        if (credential.Attachments is [{ Kind: AttachmentKind.Profile } first, ..])
        {
            return ["launch", "--profile", first.Name];
        }

        if (credential.Attachments is [var other, ..] && (await vault.Profiles.FindAutomationAsync(other.Name)).Profiles is [var profile, ..])
        {
            return ["launch", "--profile", profile, "--automation", other.Name];
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
