using CredentialVault.Credentials;
using CredentialVault.Sealing;
using CredentialVault.Secrets;
using CredentialVault.Tests.Vaults;
using CredentialVault.Vaults;

namespace CredentialVault.Tests.SetUp;

/// <summary>A form of an owner's page: it has the vault's public key, and what it sends is sealed.</summary>
internal sealed class OwnersPage
{
    private readonly Vault _vault;
    private readonly SealingKey _key;

    public OwnersPage(Vault vault)
    {
        _vault = vault;
        (Draft, _key) = vault.Drafts.Begin();
    }

    public string Draft { get; }

    /// <summary>What the form holds but for secrets.</summary>
    public CredentialState State { get; set; } = new()
    {
        Label = "Shop",
        SignInOrigins = [SiteOrigin.Parse(TemporaryVault.Shop)],
        SessionOrigins = [],
        SignInUrl = null,
        Username = TemporaryVault.Username,
        Fill = Fill.Isolated,
        RememberDevice = false,
        Attachments = [],
    };

    public (string Field, SealedValue? Value) Sealed(string field, string text) => (field, Seal(SealingContext.SetUp(Draft, field), text));

    public SealedValue Seal(SealingContext context, string text)
    {
        using var secret = Secret.FromText(text);
        return _key.Seal(secret, context);
    }

    /// <summary>Has a code of a seed shown that is not saved.</summary>
    public void TakeCode((string Field, SealedValue? Value) seed)
    {
        using var code = _vault.Drafts.CurrentCode(Draft, seed.Value!.Value);
    }

    /// <summary>A secret that stays as it is stored.</summary>
    public static (string Field, SealedValue? Value) Kept(string field) => (field, null);

    public Task<Credential> SaveAsync(string? credential, params (string Field, SealedValue? Value)[] secrets) => _vault.Drafts.SaveAsync(Draft, credential, State, secrets);
}
