using CredentialVault.Profiles;
using CredentialVault.Tests.Vaults;

namespace CredentialVault.Tests.Profiles;

public class CallerTests
{
    [Fact]
    public async Task A_browser_started_for_an_automation_of_its_profile_is_known_by_both()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var work = await vault.AddAgentAsync(automation: "invoices");

        var caller = await vault.Vault.Profiles.IdentifyAsync(work.Profile.Id, "invoices");

        Assert.Equal(("work", Role.Agent, "invoices"), (caller.Profile.Name, caller.Profile.Role, caller.Automation?.Name));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_browser_started_without_an_automation_is_known_by_its_profile(string? automation)
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var work = await vault.AddAgentAsync(automation: "invoices");

        Assert.Null((await vault.Vault.Profiles.IdentifyAsync(work.Profile.Id, automation)).Automation);
    }

    [Fact]
    public async Task An_unknown_automation_is_nobody()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var work = await vault.AddAgentAsync(automation: "invoices");

        await Refused.WithAsync("automation-unknown", () => vault.Vault.Profiles.IdentifyAsync(work.Profile.Id, "Invoices"));
    }

    [Fact]
    public async Task An_automation_of_another_profile_is_nobody()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync("work", automation: "invoices");
        var other = await vault.AddAgentAsync("other");

        await Refused.WithAsync("automation-unknown", () => vault.Vault.Profiles.IdentifyAsync(other.Profile.Id, "invoices"));
    }

    [Fact]
    public async Task An_unregistered_or_removed_profile_is_nobody()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var work = await vault.AddAgentAsync();
        await vault.Vault.Profiles.RemoveAsync(work.Profile);

        await Refused.WithAsync("caller-unknown", () => vault.Vault.Profiles.IdentifyAsync(work.Profile.Id, null));
        await Refused.WithAsync("caller-unknown", () => vault.Vault.Profiles.IdentifyAsync("work", null));
    }

    [Fact]
    public async Task An_owner_cannot_register_a_name_or_a_folder_twice()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync("work", automation: "invoices");

        await Refused.WithAsync("name-taken", () => vault.Vault.Profiles.AddProfileAsync("work", Role.Agent, "/profiles/elsewhere"));
        await Refused.WithAsync("name-taken", () => vault.Vault.Profiles.AddAutomationAsync("invoices", ["work"]));
        await Refused.WithAsync("user-data-dir-taken", () => vault.Vault.Profiles.AddProfileAsync("other", Role.Agent, "/profiles/work"));
        await Refused.WithAsync("profile-unknown", () => vault.Vault.Profiles.AddAutomationAsync("mail", ["nobody"]));
        Assert.Single(await vault.Vault.Profiles.ListProfilesAsync());
        Assert.Single(await vault.Vault.Profiles.ListAutomationsAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-rf")]
    [InlineData("a b")]
    [InlineData("../work")]
    [InlineData("work\n")]
    [InlineData("wörk")]
    public async Task An_owner_cannot_give_a_name_that_is_no_plain_word(string name)
    {
        await using var vault = await TemporaryVault.CreateAsync();

        await Refused.WithAsync("name-invalid", () => vault.Vault.Profiles.AddProfileAsync(name, Role.Agent, "/profiles/x"));
        await Refused.WithAsync("name-invalid", () => vault.Vault.Profiles.AddAutomationAsync(name, []));
    }

    [Fact]
    public async Task What_an_extension_said_last_is_remembered()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var work = await vault.AddAgentAsync();
        var said = new Contact(vault.Time.GetUtcNow(), "0.1.0", "Chromium 156.0", "0.1.0", Automation: null);

        await vault.Vault.RecordContactAsync(work.Profile, said);

        Assert.Equal(said, (await vault.Vault.Profiles.FindProfileAsync("work")).LastContact);
    }
}
