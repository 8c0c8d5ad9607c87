using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>A page that rejects the password gets it once.</summary>
public sealed class RejectionTests(ManySites sites) : IClassFixture<ManySites>
{
    public static TheoryData<string, string> Ways => Fill.Both("form-post", "fetch", "header", "own-scheme", "worker", "react");

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_wrong_password_is_sent_once_by(string way, string fill)
    {
        var site = await sites.OpenAsync(way, fill, mistyped: true);

        await sites.ReadsAsync(site.Desk, "did not accept the password");
        await sites.ReadsAsync(site.Desk, "rejected the password before");

        Assert.Equal([new Arrival(Given.Right, Given.Wrong, Given.Absent)], site.Arrivals);
        Assert.Equal([("password-rejected", null), ("blocked-by-guard", "password-was-rejected")], await sites.OutcomesAsync(site.Origin));
    }
}
