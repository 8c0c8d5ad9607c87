using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using CredentialVault.Storage.Sqlite;
using CredentialVault.Tests.Vaults;
using CredentialVault.Vaults;
using Microsoft.Extensions.Time.Testing;

namespace CredentialVault.Tests.Storage;

[SupportedOSPlatform("linux")]
public class ReadOnlyTests
{
    [Fact]
    public async Task Where_nothing_can_be_written_no_vault_is_made()
    {
        // Not even root writes there.
        var home = new VaultHome("/proc/credential-vault");

        await Refused.WithAsync("vault-not-writable", () => VaultCreation.CreateAsync(home, new FakeTimeProvider()));

        Assert.False(Path.Exists(home.Path));
    }

    [Theory]
    [InlineData(UnixFileMode.None)]
    [InlineData(UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)]
    public async Task A_vault_in_a_read_only_folder_is_not_writable(UnixFileMode fileIsAlso)
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.CloseAsync();
        const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode Searchable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(vault.Home.Database, Readable | fileIsAlso);
        File.SetUnixFileMode(vault.Home.Path, Readable | Searchable);
        File.SetUnixFileMode(Path.GetDirectoryName(vault.Home.Path)!, Readable | Searchable | UnixFileMode.UserWrite);
        var before = await File.ReadAllBytesAsync(vault.Home.Database);

        var code = AsSomebodyWithoutRights(() =>
        {
            var error = Assert.Throws<Errors.VaultException>(() => SqliteVaultStore.OpenAsync(vault.Home.Database).GetAwaiter().GetResult());
            return error.Error.Code;
        });

        Assert.Equal("vault-not-writable", code);
        Assert.Equal(before, await File.ReadAllBytesAsync(vault.Home.Database));
        File.SetUnixFileMode(vault.Home.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Root may write everywhere, so on a thread of its own it looks at files as nobody does; for others nothing changes.</summary>
    private static T AsSomebodyWithoutRights<T>(Func<T> work)
    {
        const uint Nobody = 65534;
        T result = default!;
        Exception? failed = null;
        var thread = new Thread(() =>
        {
            _ = SetFileSystemUser(Nobody);
            try
            {
                result = work();
            }
#pragma warning disable CA1031 // It is thrown again where the test waits.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                failed = exception;
            }
        });
        thread.Start();
        thread.Join();
        return failed is null ? result : throw new InvalidOperationException("On the other thread.", failed);
    }

    [DllImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
#pragma warning disable SYSLIB1054 // One call in a test is not worth unsafe code in the project.
    private static extern int SetFileSystemUser(uint user);
#pragma warning restore SYSLIB1054
}
