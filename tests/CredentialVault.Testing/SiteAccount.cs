using Microsoft.Playwright;
using OtpNet;
using SampleSite;

namespace CredentialVault.Testing;

/// <summary>A person who makes an account at the sample site through its own pages, in a browser of their own.</summary>
public sealed class SiteAccount : IAsyncDisposable
{
    private static readonly TimeSpan TimeStep = TimeSpan.FromSeconds(30);

    private readonly Site _site;
    private readonly SiteStyle _style;
    private readonly IBrowser _browser;

    private SiteAccount(Site site, SiteStyle style, string email, string password, IBrowser browser, IPage page)
    {
        _site = site;
        _style = style;
        Email = email;
        Password = password;
        _browser = browser;
        Page = page;
    }

    /// <summary>The account's name.</summary>
    public string Email { get; }

    /// <summary>The account's password.</summary>
    public string Password { get; }

    /// <summary>The tab that the person uses.</summary>
    public IPage Page { get; }

    /// <summary>Registers.</summary>
    /// <param name="site">Where.</param>
    /// <param name="style">The site's words and paths.</param>
    /// <param name="email">The account's name.</param>
    /// <param name="password">The account's password.</param>
    public static async Task<SiteAccount> RegisterAsync(Site site, SiteStyle style, string email, string password)
    {
        var playwright = await PlaywrightDriver.GetAsync();
        var browser = await playwright.Chromium.LaunchAsync(PlainBrowser.Options);
        var page = await browser.NewPageAsync();
        await page.GotoAsync(Address(site, style, "/Account/Register"));
        await page.FillAsync(Field(style.Fields.Email), email);
        await page.FillAsync(Field(style.Fields.NewPassword), password);
        await page.FillAsync(Field(style.Fields.ConfirmPassword), password);
        await page.GetByRole(AriaRole.Button, new() { Name = style.Say("Register"), Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = style.Say("Sign out") }).WaitForAsync();
        return new SiteAccount(site, style, email, password, browser, page);
    }

    /// <summary>Opens the authenticator page and reads its key.</summary>
    public async Task<string> ReadAuthenticatorKeyAsync()
    {
        await Page.GotoAsync(Address(_site, _style, "/Account/TwoFactorSetUp"));
        return await Page.Locator("#shared-key").InnerTextAsync();
    }

    /// <summary>Types the code that binds the authenticator.</summary>
    /// <param name="code">The code.</param>
    public async Task BindAuthenticatorAsync(string code)
    {
        if (_style.SplitCode)
        {
            await Page.Locator($"#{_style.Fields.Code.Id}1").PressSequentiallyAsync(code);
        }
        else
        {
            await Page.FillAsync(Field(_style.Fields.Code), code);
        }

        await Page.GetByRole(AriaRole.Button, new() { Name = _style.Say("Verify"), Exact = true }).ClickAsync();
        await Page.GetByText(_style.Say("Two-factor sign-in is on.")).First.WaitForAsync();
    }

    /// <summary>
    /// Binds the authenticator with the code of the time step before, which the site takes as well: as if it had been bound a
    /// while ago, so that no sign-in has to wait for the next one.
    /// </summary>
    /// <param name="key">The key, as the site shows it.</param>
    public Task BindAuthenticatorEarlierAsync(string key)
    {
        var totp = new Totp(Base32Encoding.ToBytes(key.Replace(" ", "", StringComparison.Ordinal)));
        return BindAuthenticatorAsync(totp.ComputeTotp(DateTime.UtcNow - TimeStep));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
    }

    private static string Address(Site site, SiteStyle style, string page) => new Uri(site.Address, style.Paths[page]).ToString();

    private static string Field(SampleSite.Styles.FormField field) => $"[id='{field.Id}']";
}
