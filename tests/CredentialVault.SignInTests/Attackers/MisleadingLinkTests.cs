using CredentialVault.SignIn;
using CredentialVault.SignInTests.Worlds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit.Abstractions;

namespace CredentialVault.SignInTests.Attackers;

/// <summary>What cannot be done with links and buttons that a sign-in presses.</summary>
public sealed class MisleadingLinkTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_way_on_that_leads_to_somebody_else_is_not_taken()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var evil = await SmallSite.StartAsync("evil", pages => pages.MapGet("/", () => SmallSite.Page(SmallSite.Form())));
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form()));
            pages.MapPost("/sign-in", (HttpContext context) =>
            {
                context.Response.Cookies.Append("session", "1");
                return SmallSite.Page($"<h1>Stay signed in?</h1><a href='{evil.Address}'>No</a>");
            });
        });

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output));

        output.WriteLine(result.Outcome.Explanation);
        Assert.Empty(result.Trace.Pressed);
        Assert.Empty(evil.Asked);
    }

    [Fact]
    public async Task A_way_on_that_stays_with_the_site_is_taken()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form()));
            pages.MapPost("/sign-in", (HttpContext context) =>
            {
                context.Response.Cookies.Append("session", "1");
                return SmallSite.Page("<h1>Stay signed in?</h1><a href='/orders'>No</a>");
            });
            pages.MapGet("/orders", () => SmallSite.Page(SmallSite.Inside));
        });

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output));

        Assert.Equal(Outcome.SignedIn, result.Outcome);
        Assert.Equal([WayOn.Decline], result.Trace.Pressed);
        Assert.Contains("GET /orders", site.Asked, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("<div><a href='/posts/1'>Log in</a></div><div><a href='/enter'>Sign in</a></div>")]
    [InlineData("<div><a href='/go?post=1'>Log in</a></div><div><a href='/go?page=enter'>Log in</a></div>")]
    [InlineData("<div><a href='/posts/1'>Log in</a></div><div><button>Log in</button></div>")]
    [InlineData("<header><a href='/enter'>Customers: log in</a> <a href='/partners'>Partners: log in</a></header>")]
    public async Task Where_links_lead_to_different_pages_none_is_followed_and_the_owner_is_asked(string links)
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await BoardAsync(links);

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address), new Stopwatches(output));

        Assert.Equal(Outcome.NeedsOwner(Reason.SeveralWaysIn), result.Outcome);
        Assert.DoesNotContain(site.Asked, asked => asked.Contains("/posts/", StringComparison.Ordinal) || asked.Contains("/go", StringComparison.Ordinal));
        Assert.Empty(site.Posted);
    }

    [Theory]
    [InlineData("<main><article><header><a href='/posts/1'>Log in</a></header></article></main><nav><a href='/enter'>Log in</a></nav>")]
    [InlineData("<div><a href='/posts/1'>Log in</a></div><header><a href='/enter?from=1'>Log in</a><a href='/enter?from=2'>Sign in</a></header>")]
    [InlineData("<div><a href='/enter'>Log in</a></div>")]
    public async Task The_link_of_the_site_itself_is_followed(string links)
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await BoardAsync(links);

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address), new Stopwatches(output));

        Assert.Equal(Outcome.SignedIn, result.Outcome);
        Assert.DoesNotContain("GET /posts/1", site.Asked, StringComparer.Ordinal);
    }

    /// <summary>A board that everybody may write to, also a form that looks like its own.</summary>
    private static Task<SmallSite> BoardAsync(string links) => SmallSite.StartAsync("board", pages =>
    {
        pages.MapGet("/", () => SmallSite.Page("<h1>Board</h1>" + links));
        pages.MapGet("/posts/1", () => SmallSite.Page(SmallSite.Form("/posts/1")));
        pages.MapPost("/posts/1", () => "");
        pages.MapGet("/enter", () => SmallSite.Page(SmallSite.Form()));
        pages.MapPost("/sign-in", (HttpContext context) =>
        {
            context.Response.Cookies.Append("session", "1");
            return SmallSite.Page(SmallSite.Inside);
        });
    });
}
