using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.Attackers;

/// <summary>Pictures of the agent's page are not read for text. What they could show at all is what a page holds when it is painted.</summary>
public sealed class PictureTests(ManySites sites) : IClassFixture<ManySites>
{
    /// <summary>Tells of each event of a password field that was given a value, and of each picture with a value in one.</summary>
    private const string Watch = """
        addEventListener("input", ({ target }) => target.type === "password" && target.value && tellTheTest("typed"), true);
        const paint = () => {
          if ([...document.querySelectorAll("[type=password]")].some((field) => field.value)) tellTheTest("painted");
          requestAnimationFrame(paint);
        };
        requestAnimationFrame(paint);
        """;

    [Theory]
    [InlineData(Fill.Isolated, false)]
    [InlineData(Fill.InPage, true)]
    public async Task No_picture_of_the_agents_page_holds_a_value_in_a_password_field(string fill, bool isTypedInto)
    {
        var site = await sites.OpenAsync("form-post", fill);
        var page = await sites.Agent.Context.NewPageAsync();
        HashSet<string> told = [];
        await page.ExposeFunctionAsync("tellTheTest", (string what) => { told.Add(what); });
        await page.AddInitScriptAsync(Watch);

        await page.GotoAsync(site.Desk.ToString());
        await page.WaitForSelectorAsync("h1:text-is('Desk')", new() { Timeout = ManySites.Patience });

        Assert.Equal([new Arrival(Given.Right, Given.Right, Given.Absent)], site.Arrivals);
        Assert.DoesNotContain("painted", told);
        Assert.Equal(isTypedInto, told.Contains("typed"));
        await page.GotoAsync(new Uri(site.Address, "/pages/hidden").ToString());
        await page.EvaluateAsync("() => (document.querySelector('[type=password]').value = 'by hand')");
        await ManySites.UntilAsync(() => told.Contains("painted"));
    }
}
