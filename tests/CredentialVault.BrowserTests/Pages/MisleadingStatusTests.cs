using System.Security.Cryptography;
using CredentialVault.BrowserTests.Worlds;
using OtpNet;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>Sites whose statuses say something else than their pages: what counts is what they then ask for.</summary>
public sealed class MisleadingStatusTests(ManySites sites) : IClassFixture<ManySites>
{
    private static readonly Arrival PasswordOnly = new(Given.Right, Given.Right, Given.Absent);
    private static readonly Arrival CodeOnly = new(Given.Absent, Given.Absent, Given.Right);

    public static TheoryData<string, string> Codes => Fill.Both("code-field", "code-in-its-place");

    public static TheoryData<string, string> Passwords => Fill.Both("form-post", "fetch", "unmarked-complaint");

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_right_password_that_is_answered_with_401_because_a_code_is_due_was_right(string kind, string fill)
    {
        var site = await sites.OpenAsync(kind, fill, asksForCode: true);
        site.Misleads = true;
        await sites.SignsInAsync(site);
        Assert.Equal([PasswordOnly, CodeOnly], site.Arrivals);
    }

    [Theory]
    [MemberData(nameof(Passwords))]
    public async Task A_wrong_password_that_is_answered_with_200_was_wrong(string kind, string fill)
    {
        var site = await sites.OpenAsync(kind, fill, mistyped: true);
        site.Misleads = true;
        await sites.ReadsAsync(site.Desk, "did not accept the username or the password");
        Assert.Equal([new Arrival(Given.Right, Given.Wrong, Given.Absent)], site.Arrivals);
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task A_wrong_code_that_is_answered_with_a_redirect_was_wrong(string fill)
    {
        var site = sites.Stranger("code-field", asksForCode: true);
        site.Misleads = true;
        await sites.LearnAsync(site, fill, seed: Base32Encoding.ToString(RandomNumberGenerator.GetBytes(20)));
        await sites.ReadsAsync(site.Desk, "refused two one-time codes");
        Assert.All(site.Arrivals.Skip(1), arrival => Assert.Equal(new Arrival(Given.Absent, Given.Absent, Given.Wrong), arrival));
    }
}
