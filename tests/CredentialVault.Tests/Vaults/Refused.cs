using CredentialVault.Errors;

namespace CredentialVault.Tests.Vaults;

/// <summary>What the library says no to.</summary>
internal static class Refused
{
    public static async Task WithAsync(string code, Func<Task> work) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<VaultException>(work)).Error.Code);

    public static void With(string code, Action work) => Assert.Equal(code, Assert.Throws<VaultException>(work).Error.Code);
}
