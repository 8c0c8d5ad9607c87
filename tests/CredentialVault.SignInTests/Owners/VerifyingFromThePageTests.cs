using CredentialVault.Errors;
using CredentialVault.SignIn;
using CredentialVault.SignInTests.Worlds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CredentialVault.SignInTests.Owners;

/// <summary>A verification that goes on by itself while the owner's page asks how far it has come.</summary>
public sealed class VerifyingFromThePageTests
{
    [Fact]
    public async Task I_see_each_step_when_it_is_reached_and_the_last_page_when_it_fails()
    {
        await using var owner = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages => pages.MapFallback(() => SmallSite.Page("<h1>Sign in</h1>" + SmallSite.Form())));
        await using var verifications = In(owner);
        var credential = await owner.AddAsync(site.Address, "/");
        var id = await verifications.BeginAsync(credential.Id);

        var first = await verifications.NewsAsync(id, 0);
        Assert.Equal((StepState.Running, null), (first.Steps[^1].State, first.Steps[^1].Took));
        Assert.Null(first.End);
        Assert.Equal("verification-busy", (await Assert.ThrowsAsync<VaultException>(() => verifications.BeginAsync(credential.Id))).Error.Code);

        var (steps, end) = await ToTheEndAsync(verifications, id, first);
        Assert.Equal([VerificationStage.StartingBrowser, VerificationStage.OpeningPage, VerificationStage.Filling], steps.Select(now => now.Step.Stage));
        Assert.Equal([StepState.Done, StepState.Done, StepState.Failed], steps.Select(now => now.State));
        Assert.All(steps, now => Assert.NotNull(now.Took));
        Assert.Equal((false, "password-rejected"), (end.Works, end.Code));
        Assert.True(end.After >= steps.Aggregate(TimeSpan.Zero, (sum, now) => sum + now.Took!.Value) - TimeSpan.FromMilliseconds(1));
        var picture = string.Concat(Enumerable.Range(0, end.PictureParts).Select(part => verifications.PicturePart(id, part)));
        Assert.Equal([0xFF, 0xD8], Convert.FromBase64String(picture).Take(2));
        Assert.Equal("verification-unknown", Assert.Throws<VaultException>(() => verifications.PicturePart(id, end.PictureParts)).Error.Code);
        Assert.Equal("verification-unknown", (await Assert.ThrowsAsync<VaultException>(() => verifications.NewsAsync("made-up", 0))).Error.Code);

        // The next one takes its place; the guard has stopped the credential meanwhile.
        var second = await verifications.BeginAsync(credential.Id);
        Assert.Equal("blocked-by-guard", (await ToTheEndAsync(verifications, second, new VerificationProgress([], null))).End.Code);
        Assert.Equal("verification-unknown", (await Assert.ThrowsAsync<VaultException>(() => verifications.NewsAsync(id, 0))).Error.Code);
    }

    [Fact]
    public async Task A_step_whose_code_the_site_refused_is_not_done()
    {
        await using var owner = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages => pages.MapFallback((HttpContext context) => SmallSite.Page(HttpMethods.IsPost(context.Request.Method)
            ? "<h1>Two-factor authentication</h1><form method=post action=/sign-in><label>Authentication code <input name=code autocomplete=one-time-code></label><button>Verify</button></form>"
            : SmallSite.Form())));
        await using var verifications = In(owner);
        // Steps of two seconds, so that the second code need not be waited for long.
        var credential = await owner.AddAsync(site.Address, "/", seed: "otpauth://totp/Shop?secret=JBSWY3DPEHPK3PXP&period=2");

        var (steps, end) = await ToTheEndAsync(verifications, await verifications.BeginAsync(credential.Id), new VerificationProgress([], null));

        Assert.Equal("code-rejected", end.Code);
        var codes = steps.Where(now => now.Step.Fields.Contains(Credentials.FieldName.OneTimeCode, StringComparer.Ordinal)).Select(now => now.State);
        Assert.Equal([StepState.Refused, StepState.Failed], codes);
        Assert.All(steps.SkipLast(1).Where(now => now.State != StepState.Refused), now => Assert.Equal(StepState.Done, now.State));
    }

    [Fact]
    public async Task A_browser_that_is_missing_is_told_as_the_end()
    {
        await using var owner = await OwnersVault.CreateAsync();
        await owner.Vault.Profiles.AddProfileAsync("broken", Profiles.Role.Agent, Path.Combine(owner.Folder, "broken"), browser: "/nowhere/chromium");
        var credential = await owner.AddAsync(new Uri("https://shop.example"));
        await owner.Vault.Credentials.AttachAsync(credential, new Credentials.Attachment(Credentials.AttachmentKind.Profile, "broken"));
        await using var verifications = In(owner);

        var (steps, end) = await ToTheEndAsync(verifications, await verifications.BeginAsync(credential.Id), new VerificationProgress([], null));

        Assert.Equal((false, "browser-missing", 0), (end.Works, end.Code, end.PictureParts));
        Assert.Equal((VerificationStage.StartingBrowser, StepState.Failed), (steps[^1].Step.Stage, steps[^1].State));
    }

    [Fact]
    public async Task When_my_page_is_gone_the_verification_ends_with_its_browser()
    {
        await using var owner = await OwnersVault.CreateAsync();
        var asked = new TaskCompletionSource();
        await using var site = await SmallSite.StartAsync("shop", pages => pages.MapFallback(async (HttpContext context) =>
        {
            asked.TrySetResult();
            await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted);
        }));
        var verifications = In(owner);
        var id = await verifications.BeginAsync((await owner.AddAsync(site.Address, "/")).Id);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var news = verifications.NewsAsync(id, 100);

        await verifications.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));

        Assert.False((await news.WaitAsync(TimeSpan.FromSeconds(5))).End!.Works);
        Assert.Empty(Directory.GetDirectories(owner.Vault.Home.SignInBrowsers));
    }

    private static Verifications In(OwnersVault owner) => new(owner.Vault, new SignInTurns(owner.Vault.Home, 2, TimeProvider.System), TimeProvider.System);

    private static async Task<(IReadOnlyList<VerificationStepNow> Steps, VerificationEnd End)> ToTheEndAsync(Verifications verifications, string id, VerificationProgress progress)
    {
        while (progress.End is null)
        {
            progress = await verifications.NewsAsync(id, progress.Steps.Count).WaitAsync(TimeSpan.FromMinutes(1));
        }

        return (progress.Steps, progress.End);
    }
}
