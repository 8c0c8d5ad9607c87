using CredentialVault.AppTests.Applications;
using CredentialVault.AppTests.Worlds;

namespace CredentialVault.AppTests;

/// <summary>An owner finds out today whether a credential works, and not the job at night.</summary>
public sealed class VerifyingTests
{
    [Fact]
    public async Task I_can_verify_a_credential_for_Django_admin() => await VerifiesAsync(await DjangoAdmin.StartAsync());

    [Fact]
    public async Task I_can_verify_a_credential_for_MediaWiki() => await VerifiesAsync(await MediaWiki.StartAsync());

    [Fact]
    public async Task I_can_verify_a_credential_for_Node_RED() => await VerifiesAsync(await NodeRed.StartAsync());

    private static async Task VerifiesAsync(IApplication started)
    {
        await using var application = started;
        await using var workplace = await Workplace.OpenAsync(application);

        var verified = await workplace.VerifyAsync();

        Assert.True(verified.ExitCode == 0, verified.Error);
    }
}
