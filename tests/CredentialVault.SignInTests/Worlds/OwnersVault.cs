using CredentialVault.Audit;
using System.Security.Cryptography;
using CredentialVault.Credentials;
using CredentialVault.OneTimeCodes;
using CredentialVault.Profiles;
using CredentialVault.Secrets;
using CredentialVault.SignIn;
using CredentialVault.Testing;
using CredentialVault.Vaults;

namespace CredentialVault.SignInTests.Worlds;

/// <summary>A vault with one profile, and sign-in browsers of its host.</summary>
internal sealed class OwnersVault : IAsyncDisposable
{
    private readonly DirectoryInfo _machine;
    private readonly Vault _vault;
    private readonly Profile _profile;

    private OwnersVault(DirectoryInfo machine, Vault vault, Profile profile)
    {
        _machine = machine;
        _vault = vault;
        _profile = profile;
    }

    public const string Username = "quartermaster@example.com";

    public string Password { get; } = $"Aa1!\"ö{RandomNumberGenerator.GetHexString(20)}";

    public string Folder => _machine.FullName;

    public Vault Vault => _vault;

    public Profile Profile => _profile;

    public string Homes => Path.Combine(_machine.FullName, "sign-ins");

    public static async Task<OwnersVault> CreateAsync()
    {
        var machine = Directory.CreateTempSubdirectory("credential-vault-");
        var home = new VaultHome(Path.Combine(machine.FullName, "vault"));
        await VaultCreation.CreateAsync(home, TimeProvider.System);
        var vault = await Vault.OpenAsync(home, TimeProvider.System, OwnersProgram.CommandLine);
        var profile = await vault.Profiles.AddProfileAsync("work", Role.Agent, Path.Combine(machine.FullName, "work"));
        return new OwnersVault(machine, vault, profile);
    }

    /// <summary>Adds the credential of a site.</summary>
    public Task<Credential> AddAsync(Uri site, string? signInPath = null, string? seed = null, string? password = null, params string[] sessionOrigins) =>
        AddAsync([site], signInPath, seed, password, sessionOrigins);

    /// <summary>Adds a credential that may be typed at several origins; signing in starts at the first.</summary>
    public async Task<Credential> AddAsync(IReadOnlyList<Uri> sites, string? signInPath = null, string? seed = null, string? password = null, params string[] sessionOrigins)
    {
        using var secret = Secret.FromText(password ?? Password);
        using var totp = seed is null ? null : TotpSeed.Parse(seed);
        return await _vault.Credentials.AddAsync(new CredentialDraft
        {
            Label = "Order desk",
            SignInOrigins = [.. sites.Select(site => SiteOrigin.Parse(site.GetLeftPart(UriPartial.Authority)))],
            SessionOrigins = [.. sessionOrigins.Select(SiteOrigin.Parse)],
            Username = Username,
            Password = secret,
            Totp = totp,
            SignInUrl = signInPath is null ? null : new Uri(sites[0], signInPath).ToString(),
            Fill = Fill.Isolated,
        });
    }

    public Task<SignInBrowser> StartBrowserAsync(Presentation? presentation = null, string? authority = null) => SignInBrowser.StartAsync(
        new SignInBrowserOptions { Executable = BuiltPrograms.Browser, Homes = Homes, Presentation = presentation, CertificateAuthority = authority },
        TimeProvider.System,
        CancellationToken.None);

    /// <summary>Signs in with a browser that is gone afterwards.</summary>
    public async Task<IsolatedResult> SignInAsync(Credential credential, IProgress<SignInStep>? progress = null)
    {
        await using var browser = await StartBrowserAsync();
        return await SignInAsync(browser, credential, progress);
    }

    public async Task<IsolatedResult> SignInAsync(SignInBrowser browser, Credential credential, IProgress<SignInStep>? progress = null)
    {
        using var values = _vault.ValuesFor(credential.Overview, _profile);
        return await new IsolatedSignIn(browser, values, TimeProvider.System, progress).RunAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _vault.DisposeAsync();
        _machine.Delete(recursive: true);
    }
}
