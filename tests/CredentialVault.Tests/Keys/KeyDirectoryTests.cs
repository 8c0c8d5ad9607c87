using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using CredentialVault.Errors;
using CredentialVault.Keys;
using CredentialVault.Sealing;

namespace CredentialVault.Tests.Keys;

[SupportedOSPlatform("linux")]
public sealed class KeyDirectoryTests : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string _parent = Directory.CreateTempSubdirectory("vault's keys ").FullName;
    private readonly OpeningKey _opening = OpeningKey.Generate();
    private readonly OverviewKey _overview = OverviewKey.Generate();

    private string Path => System.IO.Path.Combine(_parent, "keys");

    private string OpeningFile => System.IO.Path.Combine(Path, "opening.jwk");

    public void Dispose()
    {
        Directory.Delete(_parent, recursive: true);
        _opening.Dispose();
        _overview.Dispose();
    }

    [Fact]
    public void An_owner_can_create_keys_and_read_the_same_ones_back()
    {
        var keys = Created();

        using var opening = keys.ReadOpeningKey();
        using var overview = keys.ReadOverviewKey();
        Assert.Equal(_opening.Kid, opening.Kid);
        Assert.Equal(_opening.Kid, keys.ReadSealingKey().Kid);
        Assert.Equal(_overview.Kid, overview.Kid);
    }

    [Fact]
    public void New_keys_can_be_read_by_their_owner_alone()
    {
        Created();

        Assert.Equal(Private, File.GetUnixFileMode(Path));
        Assert.All(
            Directory.GetFiles(Path),
            file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.Equal(3, Directory.GetFiles(Path).Length);
    }

    [Fact]
    public void The_file_for_sealing_holds_no_private_key()
    {
        Created();

        Assert.DoesNotContain("\"d\"", File.ReadAllText(System.IO.Path.Combine(Path, "sealing.jwk")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("opening.jwk")]
    [InlineData("overview.jwk")]
    [InlineData("sealing.jwk")]
    public void Existing_keys_are_never_overwritten(string name)
    {
        Directory.CreateDirectory(Path, Private);
        var existing = System.IO.Path.Combine(Path, name);
        File.WriteAllText(existing, "kept");

        var refused = Assert.Throws<VaultException>(Created);

        Assert.Equal(VaultError.KeyFileExists(existing), refused.Error);
        Assert.Equal("kept", File.ReadAllText(existing));
        Assert.Equal([existing], Directory.GetFiles(Path));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.GroupExecute)]
    public void A_key_file_open_to_others_is_refused_until_the_named_command_mends_it(UnixFileMode looser)
    {
        var keys = Created();
        File.SetUnixFileMode(OpeningFile, File.GetUnixFileMode(OpeningFile) | looser);

        AssertUnsafe(OpeningFile, keys.ReadOpeningKey);
        Run(RemedyFrom(keys.ReadOpeningKey));

        keys.ReadOpeningKey().Dispose();
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherExecute)]
    public void A_key_directory_open_to_others_is_refused_until_the_named_command_mends_it(UnixFileMode looser)
    {
        var keys = Created();
        File.SetUnixFileMode(Path, Private | looser);

        AssertUnsafe(Path, keys.ReadOverviewKey);
        Run(RemedyFrom(keys.ReadOverviewKey));

        keys.ReadOverviewKey().Dispose();
    }

    [Fact]
    public void A_parent_where_others_can_exchange_the_directory_is_refused_until_the_named_command_mends_it()
    {
        var keys = Created();
        File.SetUnixFileMode(_parent, Private | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute);

        AssertUnsafe(_parent, keys.ReadSealingKey);
        Run(RemedyFrom(keys.ReadSealingKey));

        Assert.Equal(_opening.Kid, keys.ReadSealingKey().Kid);
    }

    [Fact]
    public void A_parent_with_the_sticky_bit_is_as_good_as_a_private_one()
    {
        var keys = Created();
        File.SetUnixFileMode(_parent, Private | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute | UnixFileMode.StickyBit);

        Assert.Equal(_opening.Kid, keys.ReadSealingKey().Kid);
    }

    [Fact]
    public void An_attacker_cannot_put_a_link_in_the_place_of_a_key()
    {
        var keys = Created();
        var elsewhere = System.IO.Path.Combine(_parent, "elsewhere.jwk");
        File.Move(OpeningFile, elsewhere);
        File.CreateSymbolicLink(OpeningFile, elsewhere);

        AssertUnsafe(OpeningFile, keys.ReadOpeningKey);
    }

    [Fact]
    public void An_attacker_cannot_put_a_link_in_the_place_of_the_directory()
    {
        var keys = Created();
        var elsewhere = System.IO.Path.Combine(_parent, "elsewhere");
        Directory.Move(Path, elsewhere);
        Directory.CreateSymbolicLink(Path, elsewhere);

        AssertUnsafe(Path, keys.ReadOpeningKey);
    }

    [Fact]
    public void Keys_are_not_written_through_a_link_either()
    {
        var elsewhere = Directory.CreateDirectory(System.IO.Path.Combine(_parent, "elsewhere"), Private).FullName;
        Directory.CreateSymbolicLink(Path, elsewhere);

        AssertUnsafe(Path, Created);
        Assert.Empty(Directory.GetFiles(elsewhere));
    }

    [Fact]
    public void A_directory_of_another_user_is_refused()
    {
        // Whoever runs this, one of the two belongs to somebody else.
        var foreign = "/etc";
        if (Environment.IsPrivilegedProcess)
        {
            Created();
            Run($"chown 65534 '{Path.Replace("'", "'\\''", StringComparison.Ordinal)}'");
            foreign = Path;
        }

        AssertUnsafe(foreign, new KeyDirectory(foreign).ReadSealingKey);
    }

    [Fact]
    public void A_missing_key_is_told_from_a_broken_one()
    {
        var keys = new KeyDirectory(Path);
        var missing = Assert.Throws<VaultException>(keys.ReadOpeningKey);
        Created();
        File.Delete(OpeningFile);
        var gone = Assert.Throws<VaultException>(keys.ReadOpeningKey);
        using (var file = new FileStream(OpeningFile, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
        {
            file.Write(Encoding.ASCII.GetBytes("{\"kty\":\"EC\""));
        }

        var broken = Assert.Throws<VaultException>(keys.ReadOpeningKey);

        Assert.Equal(VaultError.KeyFileMissing(Path), missing.Error);
        Assert.Equal(VaultError.KeyFileMissing(OpeningFile), gone.Error);
        Assert.Equal(VaultError.KeyFileInvalid(OpeningFile), broken.Error);
    }

    private static void AssertUnsafe(string path, Func<object> read)
    {
        var refused = Assert.Throws<VaultException>(read);
        Assert.Equal("key-file-unsafe", refused.Error.Code);
        Assert.StartsWith(path + " ", refused.Error.Sentence, StringComparison.Ordinal);
    }

    private static string RemedyFrom(Func<object> read) =>
        Assert.Throws<VaultException>(read).Error.Sentence.Split('`')[1];

    private static void Run(string command)
    {
        using var shell = Process.Start("/bin/sh", ["-c", command]);
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }

    private KeyDirectory Created()
    {
        var keys = new KeyDirectory(Path);
        keys.Create(_opening, _overview);
        return keys;
    }
}
