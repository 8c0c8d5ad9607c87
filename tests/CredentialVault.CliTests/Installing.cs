namespace CredentialVault.CliTests;

public sealed class Installing : IDisposable
{
    private readonly Owner _owner = new();

    public void Dispose() => _owner.Dispose();

    [Fact]
    public async Task I_can_install_and_every_profile_uses_the_installed_host()
    {
        await _owner.SetUpAsync();
        var prefix = Path.Combine(_owner.Folder, "prefix");

        var answer = await _owner.SucceedAsync("install", "--prefix", prefix);

        var link = Assert.Single(Directory.EnumerateFileSystemEntries(Path.Combine(_owner.Home, "hosts"), "credential-vault-host", SearchOption.AllDirectories));
        Assert.Equal(Path.Combine(prefix, "lib/credential-vault/bin/credential-vault-host"), new FileInfo(link).LinkTarget);
        Assert.Contains($"{prefix}/bin/credential-vault doctor", answer.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunInstalledAsync(prefix, "doctor")).ExitCode);
    }

    [Fact]
    public async Task I_can_uninstall_and_the_vault_stays()
    {
        await _owner.SetUpAsync();
        var prefix = Path.Combine(_owner.Folder, "prefix");
        await _owner.SucceedAsync("install", "--prefix", prefix);

        var answer = await RunInstalledAsync(prefix, "uninstall");

        Assert.Equal(0, answer.ExitCode);
        Assert.Contains(_owner.Home, answer.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(_owner.Manifest));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_owner.Home, "hosts")));
        Assert.Empty(Directory.EnumerateFiles(prefix, "*", SearchOption.AllDirectories));
        Assert.Contains("work", (await _owner.SucceedAsync("profile", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_can_install_over_an_older_version_that_runs()
    {
        var prefix = Path.Combine(_owner.Folder, "prefix");
        await _owner.SucceedAsync("install", "--prefix", prefix);

        await _owner.SucceedAsync("install", "--prefix", prefix);

        Assert.Equal(0, (await RunInstalledAsync(prefix, "--version")).ExitCode);
    }

    [Fact]
    public async Task Another_program_of_that_name_is_left_alone()
    {
        var prefix = Path.Combine(_owner.Folder, "prefix");
        Directory.CreateDirectory(Path.Combine(prefix, "bin"));
        await File.WriteAllTextAsync(Path.Combine(prefix, "bin", "credential-vault"), "another program");

        (await _owner.RunAsync("install", "--prefix", prefix)).IsRefusal("install-place-taken");

        Assert.Equal("another program", await File.ReadAllTextAsync(Path.Combine(prefix, "bin", "credential-vault")));
    }

    private async Task<Answer> RunInstalledAsync(string prefix, string command)
    {
        using var process = _owner.Start(Path.Combine(prefix, "bin", "credential-vault"), [command]);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return new Answer(process.ExitCode, await output, await error);
    }
}
