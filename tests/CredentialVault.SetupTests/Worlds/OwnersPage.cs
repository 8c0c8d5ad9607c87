using CredentialVault.Testing;
using Microsoft.Playwright;

namespace CredentialVault.SetupTests.Worlds;

/// <summary>An owner at the set-up page: a vault, a profile for an agent, and a browser that shows the page.</summary>
public sealed class OwnersPage : IAsyncDisposable
{
    public const string Extension = "chrome-extension://impbffjibjbijamjhloklbnabdbecplh/";
    public const string Address = Extension + "setup.html";
    public const string AgentProfile = "work";
    public const string OwnerProfile = "mine";

    private readonly AgentBrowser _browser;

    private OwnersPage(Owner owner, AgentBrowser browser)
    {
        Owner = owner;
        _browser = browser;
    }

    public Owner Owner { get; }

    public IPage Page => _browser.Page;

    public IBrowserContext Context => _browser.Context;

    /// <summary>Opens the page in an owner's profile.</summary>
    /// <param name="places">Whether there is a profile for an agent.</param>
    public static async Task<OwnersPage> OpenAsync(bool places = true)
    {
        var owner = new Owner();
        await owner.DoAsync(["init"]);
        await owner.DoAsync(["profile", "add", OwnerProfile, "--role", "owner", "--user-data-dir", owner.UserDataDirectory(OwnerProfile)]);
        if (places)
        {
            await owner.DoAsync(["profile", "add", AgentProfile, "--user-data-dir", owner.UserDataDirectory(AgentProfile)]);
        }

        return await ShowAsync(owner);
    }

    /// <summary>Opens the page for an owner whose vault is there.</summary>
    public static async Task<OwnersPage> ShowAsync(Owner owner)
    {
        var page = new OwnersPage(owner, await AgentBrowser.StartAsync(owner, OwnerProfile));
        await page.GoAsync("#/");
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
        await Field("Sign-in origin").FillAsync(address);
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

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        Owner.Dispose();
    }
}
