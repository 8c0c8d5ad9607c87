using CredentialVault.Credentials;
using CredentialVault.Testing;
using SampleSite;

namespace CredentialVault.SignInTests.Worlds;

/// <summary>The sample site with an account, and a vault that knows it.</summary>
internal sealed class OrderDesk : IAsyncDisposable
{
    private OrderDesk(OwnersVault vault, Site site, Credential credential)
    {
        Vault = vault;
        Site = site;
        Credential = credential;
    }

    public OwnersVault Vault { get; }

    public Site Site { get; }

    public Credential Credential { get; }

    public static async Task<OrderDesk> OpenAsync(SiteStyle style, CodePlacement? code = null, string? mistyped = null)
    {
        var vault = await OwnersVault.CreateAsync();
        var site = await Site.StartAsync(new SiteOptions { Style = style, Code = code ?? CodePlacement.OwnPage, DataDirectory = Path.Combine(vault.Folder, "site") });
        await using var account = await SiteAccount.RegisterAsync(site, style, OwnersVault.Username, vault.Password);
        var seed = code is null ? null : await account.ReadAuthenticatorKeyAsync();
        var credential = await vault.AddAsync(site.Address, style.Paths["/Account/SignIn"], seed, mistyped);
        if (seed is not null)
        {
            await account.BindAuthenticatorEarlierAsync(seed);
        }

        return new OrderDesk(vault, site, credential);
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Vault.DisposeAsync();
    }
}
