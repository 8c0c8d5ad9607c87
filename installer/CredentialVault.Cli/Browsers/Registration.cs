using System.Globalization;
using CredentialVault.Errors;
using CredentialVault.Profiles;
using CredentialVault.SignIn.Chromium;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Browsers;

/// <summary>
/// What makes a profile known to its browser: a link to the host in a folder named by the profile's id, which is how the
/// host learns who asks, and the manifest in the user-data-dir that names the link.
/// </summary>
/// <param name="home">The vault's files.</param>
/// <param name="parts">Where the host is.</param>
internal sealed class Registration(VaultHome home, InstalledParts parts)
{
    /// <summary>Writes link and manifest, over what is there.</summary>
    /// <param name="profile">The profile.</param>
    /// <exception cref="VaultException"><c>host-missing</c>, <c>registered-elsewhere</c>, <c>registration-failed</c>; neither is left then unless it was there.</exception>
    public void Write(Profile profile)
    {
        var host = parts.RequireHost();
        var manifest = HostManifest.PathIn(profile.UserDataDirectory);
        var link = LinkOf(profile);
        RefuseForeign(manifest);
        var path = profile.UserDataDirectory;
        try
        {
            OwnerOnly.CreateDirectory(path);
            OwnerOnly.CreateDirectory(path = HostManifest.FolderIn(profile.UserDataDirectory));
            OwnerOnly.CreateDirectory(path = Path.GetDirectoryName(link)!);
            Replace(path = link, unfinished => File.CreateSymbolicLink(unfinished, host));
            Replace(path = manifest, unfinished =>
            {
                // Made private before anything is in it.
                using (File.Create(unfinished))
                {
                    OwnerOnly.Protect(unfinished);
                }

                File.WriteAllText(unfinished, HostManifest.For(link));
            });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw VaultError.RegistrationFailed(path).AsException(exception);
        }
    }

    /// <summary>Writes link, manifest and authorities of a profile that was just added; where that fails, the vault knows no such profile.</summary>
    /// <param name="vault">The vault.</param>
    /// <param name="profile">The profile.</param>
    /// <exception cref="VaultException">As for <see cref="Write"/>; <c>authority-invalid</c>, <c>profile-busy</c>, <c>authorities-not-written</c>.</exception>
    public async Task WriteNewAsync(Vault vault, Profile profile)
    {
        try
        {
            Write(profile);
            if (profile.CertificateAuthority is { } authorities)
            {
                TrustedAuthorities.Write(profile.UserDataDirectory, authorities);
            }
        }
        catch (VaultException)
        {
            await vault.Profiles.RemoveAsync(profile);
            Remove(profile);
            throw;
        }
    }

    /// <summary>Removes link and manifest; other products' manifests stay.</summary>
    /// <param name="profile">The profile.</param>
    /// <exception cref="VaultException"><c>removal-failed</c>.</exception>
    public void Remove(Profile profile)
    {
        var link = LinkOf(profile);
        var manifest = HostManifest.PathIn(profile.UserDataDirectory);
        var path = manifest;
        try
        {
            if (HostManifest.LinkIn(manifest) is not { } named || named == link)
            {
                DeleteIfThere(manifest);
            }

            DeleteIfThere(path = TurnOf(home, profile));
            DeleteIfThere(path = link);
            DeleteIfEmpty(path = Path.GetDirectoryName(link)!);
            DeleteIfEmpty(path = HostManifest.FolderIn(profile.UserDataDirectory));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw VaultError.RemovalFailed(path).AsException(exception);
        }
    }

    /// <summary>What is wrong with a registration, or null.</summary>
    /// <param name="profile">The profile.</param>
    public string? ProblemOf(Profile profile)
    {
        var link = LinkOf(profile);
        var manifest = HostManifest.PathIn(profile.UserDataDirectory);
        if (!File.Exists(manifest))
        {
            return $"{manifest} is missing";
        }

        if (File.ReadAllText(manifest) != HostManifest.For(link))
        {
            return $"{manifest} is not what was written there";
        }

        return new FileInfo(link).LinkTarget switch
        {
            null => $"{link} is missing or no link",
            var target when target != parts.Host => $"{link} leads to {target} and not to {parts.Host}",
            var target => File.Exists(target) ? null : $"{target} is missing",
        };
    }

    /// <summary>The file that is locked while a browser of the profile runs.</summary>
    /// <param name="home">The vault's files.</param>
    /// <param name="profile">The profile.</param>
    public static string TurnOf(VaultHome home, Profile profile) => Path.Combine(home.Hosts, profile.Id, "browser.lock");

    private string LinkOf(Profile profile) => Path.Combine(home.Hosts, profile.Id, InstalledParts.HostName);

    private void RefuseForeign(string manifest)
    {
        if (HostManifest.LinkIn(manifest) is { } named && Path.Exists(named) && !FolderPath.IsWithin(named, home.Hosts))
        {
            throw VaultError.RegisteredElsewhere(manifest).AsException();
        }
    }

    private static void Replace(string path, Action<string> write)
    {
        // Named after this process: another launch may write the same file at the same time.
        var unfinished = string.Create(CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}.unfinished");
        DeleteIfThere(unfinished);
        write(unfinished);
        File.Move(unfinished, path, overwrite: true);
    }

    private static void DeleteIfThere(string path)
    {
        if (Path.Exists(path) || new FileInfo(path).LinkTarget is not null)
        {
            File.Delete(path);
        }
    }

    private static void DeleteIfEmpty(string folder)
    {
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }
}
