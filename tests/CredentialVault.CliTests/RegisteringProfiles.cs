namespace CredentialVault.CliTests;

public sealed class RegisteringProfiles : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode PrivateFolder = Private | UnixFileMode.UserExecute;

    private readonly Owner _owner = new();

    public void Dispose() => _owner.Dispose();

    [Fact]
    public async Task A_profile_finds_the_host_by_a_link_that_names_it_and_nobody_else_reads_either()
    {
        await _owner.SetUpAsync();

        var manifest = await File.ReadAllTextAsync(_owner.Manifest);
        var link = Assert.Single(Directory.EnumerateFileSystemEntries(Path.Combine(_owner.Home, "hosts"), "credential-vault-host", SearchOption.AllDirectories));
        Assert.Contains($"\"path\": \"{link}\"", manifest, StringComparison.Ordinal);
        Assert.Contains("chrome-extension://impbffjibjbijamjhloklbnabdbecplh/", manifest, StringComparison.Ordinal);
        Assert.Equal(Repository.Host, new FileInfo(link).LinkTarget);
        Assert.Equal(Private, File.GetUnixFileMode(_owner.Manifest));
        Assert.Equal(PrivateFolder, File.GetUnixFileMode(_owner.UserDataDirectory));
        Assert.Equal(PrivateFolder, File.GetUnixFileMode(Path.Combine(_owner.Home, "hosts")));
    }

    [Fact]
    public async Task Where_I_have_a_profile_of_my_own_I_am_led_to_the_set_up_page()
    {
        await _owner.SucceedAsync("init");
        Assert.Contains(" automation add invoices --profile work", (await _owner.SucceedAsync("profile", "add", "work", "--user-data-dir", _owner.UserDataDirectory)).Output, StringComparison.Ordinal);
        var mine = await _owner.SucceedAsync("profile", "add", "mine", "--user-data-dir", Path.Combine(_owner.Folder, "mine"), "--role", "owner");
        Assert.EndsWith(" setup\n", mine.Output, StringComparison.Ordinal);

        var night = await _owner.SucceedAsync("profile", "add", "night", "--user-data-dir", Path.Combine(_owner.Folder, "night"));

        Assert.EndsWith(" setup\n", night.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_a_profile_leaves_the_browsers_own_files_and_other_products_manifests()
    {
        await _owner.SetUpAsync();
        var foreign = Path.Combine(Path.GetDirectoryName(_owner.Manifest)!, "org.example.other.json");
        await File.WriteAllTextAsync(foreign, "{}");

        await _owner.SucceedAsync("profile", "remove", "work");

        Assert.False(File.Exists(_owner.Manifest));
        Assert.True(File.Exists(foreign));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_owner.Home, "hosts")));
    }

    [Theory]
    [InlineData("home")]
    [InlineData("home/inside")]
    [InlineData(".")]
    [InlineData("link-to-home")]
    public async Task A_browser_cannot_be_given_the_vaults_folder(string directory)
    {
        await _owner.SucceedAsync("init");
        Directory.CreateSymbolicLink(Path.Combine(_owner.Folder, "link-to-home"), _owner.Home);

        (await _owner.RunAsync("profile", "add", "work", "--user-data-dir", Path.Combine(_owner.Folder, directory))).IsRefusal("user-data-dir-invalid");

        Assert.Equal("[]\n", (await _owner.SucceedAsync("profile", "list", "--json")).Output);
    }

    [Fact]
    public async Task Nothing_is_half_done_when_the_manifest_cannot_be_written()
    {
        await _owner.SucceedAsync("init");
        Directory.CreateDirectory(_owner.UserDataDirectory);
        await File.WriteAllTextAsync(Path.Combine(_owner.UserDataDirectory, "NativeMessagingHosts"), "a file where a folder belongs");

        (await _owner.RunAsync("profile", "add", "work", "--user-data-dir", _owner.UserDataDirectory)).IsRefusal("registration-failed");

        Assert.Equal("[]\n", (await _owner.SucceedAsync("profile", "list", "--json")).Output);
        Assert.Equal("a file where a folder belongs", await File.ReadAllTextAsync(Path.Combine(_owner.UserDataDirectory, "NativeMessagingHosts")));
    }

    [Fact]
    public async Task A_refused_name_leaves_no_file_behind()
    {
        await _owner.SucceedAsync("init");

        (await _owner.RunAsync("profile", "add", "no/name", "--user-data-dir", _owner.UserDataDirectory)).IsRefusal("name-invalid");

        Assert.False(Directory.Exists(_owner.UserDataDirectory));
    }

    [Fact]
    public async Task Two_profiles_cannot_share_a_folder_not_even_by_a_link()
    {
        await _owner.SetUpAsync();
        var alias = Path.Combine(_owner.Folder, "alias");
        Directory.CreateSymbolicLink(alias, _owner.UserDataDirectory);

        (await _owner.RunAsync("profile", "add", "other", "--user-data-dir", alias)).IsRefusal("user-data-dir-taken");
    }

    [Fact]
    public async Task Two_vaults_cannot_share_a_folder()
    {
        await _owner.SetUpAsync();
        using var other = new Owner();
        await other.SucceedAsync("init");

        (await other.RunAsync("profile", "add", "work", "--user-data-dir", _owner.UserDataDirectory)).IsRefusal("registered-elsewhere");

        Assert.Contains(_owner.Home, await File.ReadAllTextAsync(_owner.Manifest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_am_told_when_the_browser_I_name_is_not_there()
    {
        await _owner.SucceedAsync("init");

        (await _owner.RunAsync("profile", "add", "work", "--user-data-dir", _owner.UserDataDirectory, "--browser", "/nowhere/chromium")).IsRefusal("browser-missing");
    }
}
