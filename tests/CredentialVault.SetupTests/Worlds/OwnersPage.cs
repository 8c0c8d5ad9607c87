using System.Diagnostics;
using CredentialVault.Testing;
using Microsoft.Playwright;

namespace CredentialVault.SetupTests.Worlds;

/// <summary>An owner at the set-up page: a vault, a profile for an agent, and a browser that shows the page.</summary>
public sealed class OwnersPage : IAsyncDisposable
{
    public const string Extension = "chrome-extension://impbffjibjbijamjhloklbnabdbecplh/";
    public const string Address = Extension + "setup.html";
    public const string AgentProfile = "work";

    public const string SignInSite = "Site to sign in at (sign-in origin)";
    public const string AnotherSignInSite = "Another site to sign in at (sign-in origin)";
    public const string AgentsSite = "Site that the agent works at (session origin)";
    public const string Isolated = "A browser of the vault's own (isolated, recommended)";
    public const string InPage = "The agent's own page (in-page)";

    private const string SearchPath = "/usr/local/bin:/usr/bin:/bin";

    private readonly AgentBrowser _browser;

    private OwnersPage(Owner owner, AgentBrowser browser, IPage page)
    {
        Owner = owner;
        _browser = browser;
        Page = page;
    }

    public Owner Owner { get; }

    public IPage Page { get; }

    public IBrowserContext Context => _browser.Context;

    public Uri DevTools => _browser.DevTools;

    /// <summary>Opens the page as an owner does, with <c>setup</c>.</summary>
    /// <param name="places">Whether there is a profile for an agent.</param>
    /// <param name="installed">Whether a shell finds the command line by its name.</param>
    /// <param name="usualPlace">Whether the vault is where the command line looks for it by itself.</param>
    public static async Task<OwnersPage> OpenAsync(bool places = true, bool installed = true, bool usualPlace = true)
    {
        var owner = new Owner();
        if (places)
        {
            await owner.DoAsync(["init"]);
            await owner.DoAsync(["profile", "add", AgentProfile, "--user-data-dir", owner.UserDataDirectory(AgentProfile)]);
        }

        var browser = await AgentBrowser.StartSetUpAsync(owner, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = installed ? $"{Path.GetDirectoryName(BuiltPrograms.CommandLine)}:{SearchPath}" : SearchPath,
            ["XDG_DATA_HOME"] = usualPlace ? owner.Machine : "",
        });
        var page = new OwnersPage(owner, browser, browser.SetUpPage);
        await page.HeadingAsync("Credentials");
        return page;
    }

    /// <summary>Opens a place of the page anew; what was typed and not saved is given up.</summary>
    public async Task GoAsync(string hash)
    {
        await Page.GotoAsync("about:blank");
        await Page.GotoAsync(Address + hash);
        await Page.Locator("main > *").First.WaitForAsync();
    }

    /// <summary>Waits until the place with this heading is shown.</summary>
    public Task HeadingAsync(string heading) => Page.GetByRole(AriaRole.Heading, new() { Name = heading, Level = 1 }).WaitForAsync();

    /// <summary>A field by its label.</summary>
    public ILocator Field(string label) => Page.GetByLabel(label, new() { Exact = true });

    /// <summary>A button by what it says.</summary>
    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The line under a field, which helps or says what is wrong.</summary>
    public async Task<string> LineUnderAsync(string label)
    {
        var line = await Field(label).GetAttributeAsync("aria-describedby");
        return await Page.Locator($"#{line}").InnerTextAsync();
    }

    /// <summary>Gives an address as the sign-in origin, as if pasted, and leaves the field.</summary>
    public async Task PasteOriginAsync(string address)
    {
        await Field(SignInSite).FillAsync(address);
        await Field(SignInSite).PressAsync("Tab");
    }

    /// <summary>Waits until the line under a field says this.</summary>
    public async Task SaysUnderAsync(string label, string text)
    {
        var line = await Field(label).GetAttributeAsync("aria-describedby");
        await Page.Locator($"#{line}").Filter(new() { HasText = text }).WaitForAsync();
    }

    /// <summary>Types what every credential needs.</summary>
    public async Task TypeAsync(string label, string address, string username, string password)
    {
        await Field("Label").FillAsync(label);
        await Field(SignInSite).FillAsync(address);
        await Field("Username").FillAsync(username);
        await Field("Password").FillAsync(password);
    }

    /// <summary>Adds a credential and waits until it is shown.</summary>
    public async Task AddAsync(string label, string address, string username, string password)
    {
        await GoAsync("#/add");
        await TypeAsync(label, address, username, password);
        await Button("Save").ClickAsync();
        await HeadingAsync(label);
    }

    /// <summary>Ends the hosts of this owner, as an update or a crash does.</summary>
    public void KillHosts()
    {
        foreach (var id in ProcessTree.Naming(Path.Combine(Owner.VaultHome, "hosts")))
        {
            using var host = Process.GetProcessById(id);
            host.Kill();
        }
    }

    /// <summary>Answers the question that is asked.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="about">What it says about it.</param>
    public async Task AnswerAsync(string answer, string about)
    {
        var question = Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(question).ToContainTextAsync(about);
        await question.GetByRole(AriaRole.Button, new() { Name = answer, Exact = true }).ClickAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        Owner.Dispose();
    }
}
