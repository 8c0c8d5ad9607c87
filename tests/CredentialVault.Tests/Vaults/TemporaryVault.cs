using CredentialVault.Audit;
using CredentialVault.Credentials;
using CredentialVault.OneTimeCodes;
using CredentialVault.Profiles;
using CredentialVault.Secrets;
using CredentialVault.Storage.Sqlite;
using CredentialVault.Vaults;
using Microsoft.Extensions.Time.Testing;

namespace CredentialVault.Tests.Vaults;

/// <summary>A real vault in a folder that goes away with it, at 2026-11-24 10:00:10 UTC: ten seconds into a time step.</summary>
public sealed class TemporaryVault : IAsyncDisposable
{
    public const string Shop = "https://shop.example";
    public const string Username = "agnes-4711";
    public const string Password = "Kranich über dem Wehr 93";
    public const string Seed = "JBSWY3DPEHPK3PXPJBSWY3DP";

    private readonly DirectoryInfo _folder;
    private readonly List<IAsyncDisposable> _opened = [];

    private TemporaryVault(DirectoryInfo folder)
    {
        _folder = folder;
        Home = new VaultHome(Path.Combine(folder.FullName, "vault"));
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 10, 0, 10, TimeSpan.Zero));

    public VaultHome Home { get; }

    public Vault Vault { get; private set; } = null!;

    public static async Task<TemporaryVault> CreateAsync()
    {
        var vault = new TemporaryVault(Directory.CreateTempSubdirectory("credential-vault-"));
        (await VaultCreation.CreateAsync(vault.Home, vault.Time)).Dispose();
        vault.Vault = await vault.OpenAgainAsync();
        return vault;
    }

    /// <summary>The same vault as another host opens it.</summary>
    public async Task<Vault> OpenAgainAsync()
    {
        var vault = await Vault.OpenAsync(Home, Time, OwnersProgram.CommandLine);
        _opened.Add(vault);
        return vault;
    }

    public async Task<SqliteVaultStore> OpenStoreAsync()
    {
        var store = await SqliteVaultStore.OpenAsync(Home.Database);
        _opened.Add(store);
        return store;
    }

    /// <summary>Registers an agent's profile, and an automation that runs in it.</summary>
    public async Task<Caller> AddAgentAsync(string profile = "work", string? automation = null)
    {
        var added = await Vault.Profiles.AddProfileAsync(profile, Role.Agent, $"/profiles/{profile}");
        return new Caller(added, automation is null ? null : await Vault.Profiles.AddAutomationAsync(automation, [profile]));
    }

    /// <summary>Adds a credential for the shop.</summary>
    public async Task<Credential> AddShopAsync(
        string label = "Shop",
        string attach = "profile:work",
        string[]? origins = null,
        string[]? sessionOrigins = null,
        string? seed = null,
        Fill fill = Fill.InPage)
    {
        using var password = Secret.FromText(Password);
        using var totp = seed is null ? null : TotpSeed.Parse(seed);
        return await Vault.Credentials.AddAsync(new CredentialDraft
        {
            Label = label,
            SignInOrigins = [.. (origins ?? [Shop]).Select(SiteOrigin.Parse)],
            SessionOrigins = [.. (sessionOrigins ?? []).Select(SiteOrigin.Parse)],
            Username = Username,
            Password = password,
            Totp = totp,
            Fill = fill,
            Attachments = [Attachment.Parse(attach)],
        });
    }

    /// <summary>Opens it again after <see cref="CloseAsync"/>.</summary>
    public async Task ReopenAsync() => Vault = await OpenAgainAsync();

    /// <summary>Closes everything that has the vault open, as when all hosts and commands have ended.</summary>
    public async Task CloseAsync()
    {
        foreach (var opened in _opened)
        {
            await opened.DisposeAsync();
        }

        _opened.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _folder.Delete(recursive: true);
    }
}
