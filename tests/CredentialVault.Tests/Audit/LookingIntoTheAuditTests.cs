using CredentialVault.Audit;
using CredentialVault.Credentials;
using CredentialVault.SignIn;
using CredentialVault.Tests.SignIn;
using CredentialVault.Tests.Vaults;
using Microsoft.Data.Sqlite;

namespace CredentialVault.Tests.Audit;

/// <summary>What an owner's page shows of the audit.</summary>
public class LookingIntoTheAuditTests
{
    private static readonly AuditFilter Everything = new([], null, null);

    [Fact]
    public async Task I_can_look_on_from_where_I_was_though_records_are_added_meanwhile()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await WriteAsync(vault, from: 0, to: 7);

        var first = await vault.Vault.Audit.FindAsync(Everything, null, 3);
        await WriteAsync(vault, from: 7, to: 9);
        var second = await vault.Vault.Audit.FindAsync(Everything, first.Next, 3);
        var third = await vault.Vault.Audit.FindAsync(Everything, second.Next, 3);

        Assert.Equal("6 5 4 | 3 2 1 | 0", string.Join(" | ", Labels(first), Labels(second), Labels(third)));
        Assert.Null(third.Next);
    }

    [Fact]
    public async Task I_can_look_for_one_credential_one_kind_of_event_and_a_word()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.Vault.Audit.WriteAsync(AuditEvent.GetCode, new AuditDetail { Credential = "one", Label = "Shop" });
        await vault.Vault.Audit.WriteAsync(AuditEvent.Unlock, new AuditDetail { Credential = "other", Label = "Bank" });
        await vault.Vault.Audit.WriteAsync(AuditEvent.SignIn, new AuditDetail { Credential = "one", Label = "Shop", Site = "https://shop.example", Profile = "work", Outcome = "signed-in" });

        async Task<int> Count(AuditFilter filter) => (await vault.Vault.Audit.FindAsync(filter, null, 200)).Records.Count;
        Assert.Equal(2, await Count(new AuditFilter([], "one", null)));
        Assert.Equal(1, await Count(new AuditFilter([AuditEvent.Unlock, AuditEvent.Verify], null, null)));
        Assert.Equal(1, await Count(new AuditFilter([], null, "SHOP.EXAMPLE")));
        Assert.Equal(1, await Count(new AuditFilter([], null, "lifted the stop")));
        Assert.Equal(0, await Count(new AuditFilter([AuditEvent.GetCode], "other", null)));
    }

    [Fact]
    public async Task A_credential_is_known_by_each_label_that_it_had()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();
        var shop = await vault.AddShopAsync();
        await vault.Vault.Credentials.ChangeAsync(shop, new CredentialChange { Label = "Warehouse" });
        await vault.Vault.Audit.WriteAsync(AuditEvent.Unlock, new AuditDetail { Credential = shop.Id, Label = "Warehouse" });

        async Task<int> Count(string text) =>
            (await vault.Vault.Audit.FindAsync(new AuditFilter([], null, text) { Named = await vault.Vault.Audit.IdsByLabelAsync(text) }, null, 200)).Records.Count;

        Assert.Equal((3, 3, 0), (await Count("shop"), await Count("WAREHOUSE"), await Count("bank")));
    }

    [Fact]
    public async Task A_rare_word_in_a_long_audit_is_found_in_several_goes()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.Vault.Audit.WriteAsync(AuditEvent.Unlock, new AuditDetail { Label = "needle" });
        await vault.Vault.Audit.WriteAsync(AuditEvent.GetCode, new AuditDetail { Label = "hay" });
        await RepeatLastAsync(vault, times: 5000);

        var filter = new AuditFilter([AuditEvent.Unlock], null, "needle");
        var first = await vault.Vault.Audit.FindAsync(filter, null, 10);
        var second = await vault.Vault.Audit.FindAsync(filter, first.Next, 10);

        Assert.Empty(first.Records);
        Assert.NotNull(first.Next);
        Assert.Equal("needle", Labels(second));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task The_last_sign_in_of_each_credential_is_known_also_when_another_follows()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.Vault.Audit.WriteAsync(AuditEvent.SignIn, new AuditDetail { Credential = "one", Outcome = "signed-in" });
        await vault.Vault.Audit.WriteAsync(AuditEvent.Verify, new AuditDetail { Credential = "two", Outcome = "timed-out" });
        await vault.Vault.Audit.WriteAsync(AuditEvent.GetCode, new AuditDetail { Credential = "one" });
        Assert.Equal(["one signed-in", "two timed-out"], await LastAsync(vault), StringComparer.Ordinal);

        await vault.Vault.Audit.WriteAsync(AuditEvent.SignIn, new AuditDetail { Credential = "one", Outcome = "needs-owner", Reason = Reason.UnknownStep });
        Assert.Equal(["one needs-owner", "two timed-out"], await LastAsync(vault), StringComparer.Ordinal);
        Assert.Equal(["one needs-owner", "two timed-out"], await LastAsync(vault), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_of_long_ago_is_known_at_the_second_asking()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        Assert.Empty(await LastAsync(vault));
        await vault.Vault.Audit.WriteAsync(AuditEvent.SignIn, new AuditDetail { Credential = "one", Outcome = "signed-in" });
        await vault.Vault.Audit.WriteAsync(AuditEvent.Unlock, new AuditDetail { Credential = "two" });
        await RepeatLastAsync(vault, times: 5200);

        var fresh = await vault.OpenAgainAsync();
        Assert.Empty(await fresh.LastSignIns.FindAsync(["one", "two"]));
        await vault.Vault.Audit.WriteAsync(AuditEvent.Verify, new AuditDetail { Credential = "two", Outcome = "signed-in" });

        Assert.Equal(["one", "two"], (await fresh.LastSignIns.FindAsync(["one", "two"])).Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(["two signed-in"], await LastAsync(vault), StringComparer.Ordinal);
        Assert.Equal(["one signed-in", "two signed-in"], await LastAsync(vault), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(AuditEvent.SignIn, "signed-in", null, "Signed in at https://shop.example with 'Shop' for the automation 'invoices' in the profile 'work', in 1.5 s after waiting 20 s.")]
    [InlineData(AuditEvent.SignIn, "password-rejected", null, "Could not sign in at https://shop.example with 'Shop' for the automation 'invoices' in the profile 'work', in 1.5 s after waiting 20 s. The site did not accept the username or the password.")]
    [InlineData(AuditEvent.Refusal, "origin-mismatch", Reason.NotHttps, "Began no sign-in at https://shop.example with 'Shop' for the automation 'invoices' in the profile 'work'. This page is not at an address where the credential may be used. The page came over plain http.")]
    [InlineData(AuditEvent.Verify, "signed-in", null, "Your verification of 'Shop' at https://shop.example succeeded, in 1.5 s after waiting 20 s.")]
    [InlineData(AuditEvent.Verify, "timed-out", Reason.NoAnswer, "Your verification of 'Shop' at https://shop.example failed, in 1.5 s after waiting 20 s. The site did not finish the sign-in in time. The page did not answer.")]
    [InlineData(AuditEvent.Verify, "timed-out", Reason.NotReachable, "Your verification of 'Shop' at https://shop.example failed, in 1.5 s after waiting 20 s. Nothing answers at the site's address: is the site up, and is the address right?")]
    [InlineData(AuditEvent.GetCode, null, null, "You got a one-time code for 'Shop'.")]
    [InlineData(AuditEvent.Unlock, null, null, "You lifted the stop of 'Shop', so that it is tried again.")]
    public async Task Each_record_reads_as_a_sentence(string happened, string? outcome, string? reason, string sentence)
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.Vault.Audit.WriteAsync(happened, new AuditDetail
        {
            Profile = "work", Automation = "invoices", Site = TemporaryVault.Shop, Label = "Shop", Outcome = outcome, Reason = reason, Milliseconds = 21_500, WaitedMilliseconds = 20_000,
        });

        Assert.Equal(sentence, AuditSentence.Of((await vault.Vault.Audit.ReadAsync(1))[0]));
    }

    [Fact]
    public async Task I_read_what_was_pressed_and_what_was_stopped_on_the_way()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var trace = new SignInTrace { Pressed = [WayOn.OtherMethod, WayOn.Authenticator, WayOn.Decline], StoppedAt = "https://elsewhere.example", Reflected = ["cookie last"] };
        await vault.Vault.Audit.WriteAsync(AuditEvent.SignIn, new AuditDetail { Label = "Shop", Outcome = "signed-in" }.With(trace));

        Assert.Equal(
            "Signed in with 'Shop'. On the way it asked for other ways to prove who one is, then chose a code from an authenticator, then said no to an offer."
            + " The password or a code would have gone to https://elsewhere.example, which is not one of its sign-in origins; it was not sent there."
            + " The site stores the password, the authenticator key or a code in cookie last; that was not handed over.",
            AuditSentence.Of((await vault.Vault.Audit.ReadAsync(1))[0]));
    }

    [Fact]
    public async Task What_is_pressed_in_the_agents_page_is_in_the_audit()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync();

        Assert.Equal(new Step.Press(WayOn.Account), await agent.BeginAsync(Looks.SignedOutLink with { WaysOn = [WayOn.Account] }));
        await agent.ReportAsync(Looks.SignedOutLink, PageEvent.TabClosed);

        Assert.Equal([WayOn.Account], (await vault.Vault.Audit.ReadAsync(1))[0].Detail.Pressed!);
    }

    private static async Task<IEnumerable<string>> LastAsync(TemporaryVault vault) =>
        (await vault.Vault.LastSignIns.FindAsync(["one", "two"])).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value.Detail.Outcome}");

    /// <summary>Many records at once, by the database's own means.</summary>
    private static async Task RepeatLastAsync(TemporaryVault vault, int times)
    {
        await using var database = new SqliteConnection($"Data Source={vault.Home.Database};Pooling=False");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = """
            WITH RECURSIVE number(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < $times)
            INSERT INTO audit (id, at, event, detail) SELECT 'row-' || i, at, event, detail FROM number, (SELECT * FROM audit ORDER BY position DESC LIMIT 1)
            """;
        command.Parameters.AddWithValue("$times", times);
        Assert.Equal(times, await command.ExecuteNonQueryAsync());
    }

    private static string Labels(AuditPage page) => string.Join(' ', page.Records.Select(record => record.Detail.Label));

    private static async Task WriteAsync(TemporaryVault vault, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            await vault.Vault.Audit.WriteAsync(AuditEvent.Unlock, new AuditDetail { Label = $"{i}" });
        }
    }
}
