using CredentialVault.Errors;
using CredentialVault.Profiles;
using CredentialVault.Vaults;

namespace CredentialVault.Host.Handlers;

/// <summary>
/// Which profile the host was started for. Nothing of it comes from a message: the profile's id is the
/// name of the folder of the link that the browser started, and the browser that started it must be the
/// one that holds that profile's user-data-dir.
/// </summary>
/// <param name="startedAs">The path that the host was started by, argv[0].</param>
/// <param name="executable">The host's real file.</param>
/// <param name="extensionOrigin">The first argument, which Chromium makes the origin of the extension.</param>
/// <param name="parent">Process id of the browser that started the host.</param>
/// <param name="automation">The name that the browser's environment gives its automation, or null.</param>
internal sealed class CallerOrigin(string startedAs, string executable, string? extensionOrigin, int parent, string? automation)
{
    /// <summary>The environment variable in which a browser hands down the name of its automation.</summary>
    public const string AutomationVariable = "CREDENTIAL_VAULT_AUTOMATION";

    private const string ExpectedExtension = "chrome-extension://impbffjibjbijamjhloklbnabdbecplh/";

    /// <summary>The vault of the profile, known from the place of the link; null when the host was not started through one.</summary>
    public VaultHome? Home { get; } = HomeOf(startedAs, executable, extensionOrigin);

    /// <summary>Who asks.</summary>
    /// <param name="profiles">The registered profiles.</param>
    /// <exception cref="VaultException"><c>caller-unknown</c>, <c>automation-unknown</c>.</exception>
    public async Task<Caller> IdentifyAsync(ProfileRegistry profiles)
    {
        var profileId = Path.GetFileName(Path.GetDirectoryName(startedAs)) ?? throw VaultError.CallerUnknown.AsException();
        var caller = await profiles.IdentifyAsync(profileId, automation);
        return HolderOf(caller.Profile.UserDataDirectory) == parent ? caller : throw VaultError.CallerUnknown.AsException();
    }

    private static VaultHome? HomeOf(string startedAs, string executable, string? extensionOrigin)
    {
        if (extensionOrigin != ExpectedExtension || !Path.IsPathFullyQualified(startedAs) || new FileInfo(startedAs).LinkTarget is not { } target)
        {
            return null;
        }

        var hosts = Path.GetDirectoryName(Path.GetDirectoryName(startedAs));
        var linked = Path.GetFullPath(target, Path.GetDirectoryName(startedAs)!);
        var home = Path.GetDirectoryName(hosts) is { } path ? new VaultHome(path) : null;
        return home?.Hosts == hosts && new FileInfo(linked).ResolveLinkTarget(returnFinalTarget: true)?.FullName is var final && (final ?? linked) == executable
            ? home
            : null;
    }

    /// <summary>The process that holds a user-data-dir: Chromium keeps a link there that names its computer and process.</summary>
    private static int? HolderOf(string userDataDirectory)
    {
        var holder = new FileInfo(Path.Combine(userDataDirectory, "SingletonLock")).LinkTarget;
        return holder?.LastIndexOf('-') is { } dash and >= 0
            && int.TryParse(holder.AsSpan(dash + 1), System.Globalization.CultureInfo.InvariantCulture, out var process)
                ? process
                : null;
    }
}
