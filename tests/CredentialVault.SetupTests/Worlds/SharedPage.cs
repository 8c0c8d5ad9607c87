namespace CredentialVault.SetupTests.Worlds;

/// <summary>One owner's page for the tests of a class, which run one after the other.</summary>
public sealed class SharedPage : IAsyncLifetime
{
    private OwnersPage? _owner;

    public OwnersPage Owner => _owner ?? throw new InvalidOperationException("The page is not open.");

    public async Task InitializeAsync() => _owner = await OwnersPage.OpenAsync();

    public async Task DisposeAsync()
    {
        if (_owner is not null)
        {
            await _owner.DisposeAsync();
        }
    }
}
