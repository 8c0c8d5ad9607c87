using CredentialVault.Errors;
using CredentialVault.SignIn;
using CredentialVault.SignInTests.Worlds;
using CredentialVault.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CredentialVault.SignInTests.Attackers;

/// <summary>Who answers at a site's address without being the site, and whom the owner trusts to say who is.</summary>
public sealed class CertificateTests : IDisposable
{
    private readonly OwnAuthority _authority = new("shop.localhost", "login.localhost");

    public void Dispose() => _authority.Dispose();

    [Fact]
    public async Task An_impostor_whose_certificate_nobody_vouches_for_is_sent_nothing()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await StartSiteAsync();

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/"));

        Assert.Equal(Outcome.NeedsOwner(Reason.CertificateNotTrusted), result.Outcome);
        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task An_impostor_is_sent_nothing_either_where_the_owner_trusts_another_authority()
    {
        using var other = new OwnAuthority();
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await StartSiteAsync();

        Assert.Equal(Outcome.NeedsOwner(Reason.CertificateNotTrusted), (await SignInAsync(vault, site, other)).Outcome);
        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task A_site_is_signed_in_at_whose_authority_the_owner_trusts()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await StartSiteAsync();

        var result = await SignInAsync(vault, site, _authority);

        Assert.Equal(Outcome.SignedIn, result.Outcome);
        Assert.Equal($"email={OwnersVault.Username}&password={vault.Password}", Assert.Single(site.Posted));
    }

    [Fact]
    public async Task A_form_whose_answer_comes_from_an_impostor_is_not_sent_there()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var impostor = await StartSiteAsync("login");
        await using var site = await SmallSite.StartAsync("shop", pages => pages.MapGet("/", () => SmallSite.Page(SmallSite.Form(impostor.Address + "sign-in"))));

        Assert.NotEqual(Outcome.SignedIn, (await vault.SignInAsync(await vault.AddAsync(site.Address, "/"))).Outcome);
        Assert.Empty(impostor.Requests);
    }

    [Fact]
    public async Task A_file_without_authorities_is_refused_and_not_passed_over()
    {
        await using var vault = await OwnersVault.CreateAsync();
        var file = Path.Combine(vault.Folder, "ca.pem");
        foreach (var text in new[] { "", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n" })
        {
            await File.WriteAllTextAsync(file, text);

            Assert.Equal("authority-invalid", (await Assert.ThrowsAsync<VaultException>(() => vault.StartBrowserAsync(authority: file))).Error.Code);
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(vault.Homes));
    }

    private Task<SmallSite> StartSiteAsync(string name = "shop") => SmallSite.StartAsync(
        name,
        pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form()));
            pages.MapPost("/sign-in", (HttpContext context) =>
            {
                context.Response.Cookies.Append("session", "1", new CookieOptions { Secure = true });
                return SmallSite.Page(SmallSite.Inside);
            });
        },
        _authority.Site);

    private static async Task<IsolatedResult> SignInAsync(OwnersVault vault, SmallSite site, OwnAuthority trusted)
    {
        await using var browser = await vault.StartBrowserAsync(authority: trusted.WriteTo(Path.Combine(vault.Folder, "ca.pem")));
        return await vault.SignInAsync(browser, await vault.AddAsync(site.Address, "/"));
    }
}
