using CredentialVault.Host.Handlers;
using CredentialVault.Vaults;

namespace CredentialVault.SignInTests.Owners;

/// <summary>How the set-up page tells an owner to call the command line.</summary>
public class CallingTheCommandLineTests
{
    [Fact]
    public void A_terminal_finds_the_vault_at_its_usual_place_by_itself() =>
        Assert.Equal("credential-vault", CommandLineProgram.CallFor(VaultHome.Default));

    [Theory]
    [InlineData("/srv/vault", "CREDENTIAL_VAULT_HOME=/srv/vault credential-vault")]
    [InlineData("/srv/the owner's", """CREDENTIAL_VAULT_HOME='/srv/the owner'\''s' credential-vault""")]
    public void It_is_told_where_another_vault_is(string home, string call) =>
        Assert.Equal(call, CommandLineProgram.CallFor(new VaultHome(home)));
}
