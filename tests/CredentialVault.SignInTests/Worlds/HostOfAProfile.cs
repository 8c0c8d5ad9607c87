using CredentialVault.Audit;
using CredentialVault.Credentials;
using CredentialVault.SignIn;
using CredentialVault.Vaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CredentialVault.SignInTests.Worlds;

/// <summary>A vault, small sites with a credential each, and the sign-ins of one host.</summary>
internal sealed class HostOfAProfile : IAsyncDisposable
{
    public const string Cookie = "desk-session";

    private readonly List<IAsyncDisposable> _opened = [];

    private HostOfAProfile(OwnersVault owner, SignIns signIns)
    {
        Owner = owner;
        SignIns = signIns;
        _opened.Add(signIns);
    }

    public OwnersVault Owner { get; }

    public SignIns SignIns { get; }

    public static async Task<HostOfAProfile> StartAsync(int browsersAtATime = 2)
    {
        var owner = await OwnersVault.CreateAsync();
        return new HostOfAProfile(owner, new SignIns(owner.Vault, Turns(owner, browsersAtATime), TimeProvider.System));
    }

    /// <summary>Another host of the same vault.</summary>
    public async Task<SignIns> StartAnotherAsync(int browsersAtATime = 2)
    {
        var vault = await Vault.OpenAsync(Owner.Vault.Home, TimeProvider.System, OwnersProgram.CommandLine);
        var signIns = new SignIns(vault, Turns(Owner, browsersAtATime), TimeProvider.System);
        _opened.Add(vault);
        _opened.Add(signIns);
        return signIns;
    }

    /// <summary>A site that anybody is let in to, and a credential for it.</summary>
    public async Task<SmallSite> OpenSiteAsync(string name, Action<HttpResponse>? signingIn = null, string attach = "profile:work", string tell = "", string? asking = null, string inside = SmallSite.Inside, int insideStatus = 200)
    {
        var site = await SmallSite.StartAsync(name, pages =>
        {
            pages.MapGet("/", (HttpRequest request) => request.Cookies.ContainsKey(Cookie) ? SmallSite.Page(inside, insideStatus) : SmallSite.Page(asking ?? tell + SmallSite.Form()));
            pages.MapGet("/sign-in", () => Results.Redirect("/"));
            pages.MapPost("/told", () => "");
            pages.MapPost("/sign-in", (HttpResponse response) =>
            {
                response.Cookies.Append(Cookie, Guid.NewGuid().ToString(), new CookieOptions { HttpOnly = true, IsEssential = true });
                signingIn?.Invoke(response);
                return Results.Redirect("/");
            });
        });
        _opened.Insert(0, site);
        Credential = await Owner.AddAsync(site.Address, "/");
        await Owner.Vault.Credentials.AttachAsync(Credential, Attachment.Parse(attach));
        return site;
    }

    /// <summary>The credential of the last site.</summary>
    public Credential Credential { get; private set; } = null!;

    public AgentTab Tab(SmallSite site, int tab = 7) => new(SignIns, Owner.Profile, site.Origin, tab);

    /// <summary>How many sign-in browsers there are.</summary>
    public int Browsers => Directory.Exists(Owner.Vault.Home.SignInBrowsers) ? Directory.GetDirectories(Owner.Vault.Home.SignInBrowsers).Length : 0;

    public async ValueTask DisposeAsync()
    {
        _opened.Reverse();
        foreach (var opened in _opened)
        {
            await opened.DisposeAsync();
        }

        await Owner.DisposeAsync();
    }

    private static SignInTurns Turns(OwnersVault owner, int most) => new(owner.Vault.Home, most, TimeProvider.System);
}
