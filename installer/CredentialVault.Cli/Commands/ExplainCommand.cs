using System.CommandLine;
using CredentialVault.Cli.Browsers;
using CredentialVault.Cli.Browsers.Linux;
using CredentialVault.Cli.Listings;
using CredentialVault.Cli.Terminal;
using CredentialVault.Errors;
using CredentialVault.SignIn;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Commands;

/// <summary><c>explain</c>: how a page is read, in a browser without any session. Needs no vault.</summary>
internal sealed class ExplainCommand : Command
{
    private readonly Argument<string> _address = new("URL") { Description = "The page, such as https://shop.example/sign-in." };
    private readonly JsonOption _json = new();
    private readonly Screen _screen;

    public ExplainCommand(Screen screen)
        : base("explain", "Show how a page is read: what it asks for, and why it is taken for that.")
    {
        _screen = screen;
        Add(_address);
        Add(_json);
        _address.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && AddressOf(result.Tokens[0].Value) is null)
            {
                result.AddError("explain needs an http or https address.");
            }
        });
        SetAction((parsed, cancel) => RunAsync(AddressOf(parsed.GetRequiredValue(_address))!, parsed.GetValue(_json), cancel));
    }

    private async Task<int> RunAsync(Uri address, bool json, CancellationToken cancel)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var signals = new EndSignals(ending.Cancel);
        var options = new SignInBrowserOptions { Executable = Browser.Default.Path, Homes = VaultHome.Locate().SignInBrowsers };
        await using var browser = await SignInBrowser.StartAsync(options, TimeProvider.System, ending.Token);
        var documents = await new PageReading(browser, TimeProvider.System).ReadAsync(address, ending.Token);
        if (documents.Count == 0)
        {
            throw VaultError.PageUnreachable(address.AbsoluteUri).AsException();
        }

        if (json)
        {
            Screen.Json([.. documents], ListingJson.ForPeopleToo.ReadDocumentArray);
            return 0;
        }

        foreach (var document in documents)
        {
            Show(document);
        }

        return 0;
    }

    private void Show(ReadDocument document)
    {
        _screen.Say(document.Address, Tone.Strong);
        _screen.Say($"  verdict  {document.Verdict}");
        _screen.Say($"  kind     {document.Kind}");
        foreach (var (name, element) in document.Fields)
        {
            _screen.Say($"  field    {name}: {element}");
        }

        if (document.Fields.Count > 0)
        {
            _screen.Say($"  submit   {document.Submit ?? "Enter"}");
        }

        foreach (var (name, element) in document.Ways)
        {
            _screen.Say($"  way on   {name}: {element}");
        }

        foreach (var code in document.Evidence)
        {
            _screen.Say($"  because  {EvidenceWords.Of(code)} [{code}]");
        }
    }

    private static Uri? AddressOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address : null;
}
