namespace CredentialVault.AppTests.Applications;

/// <summary>A real application, run from its package on loopback with its own pages, and one account at it.</summary>
public interface IApplication : IAsyncDisposable
{
    /// <summary>Its origin, without a slash at the end.</summary>
    string Origin { get; }

    /// <summary>Where signing in starts, as its owner would say it.</summary>
    string SignInAddress { get; }

    /// <summary>The account's name.</summary>
    string Username { get; }

    /// <summary>The account's password.</summary>
    string Password { get; }

    /// <summary>The authenticator's key in Base32, or null when the account has none.</summary>
    string? Seed { get; }

    /// <summary>Binds the authenticator, where the application wants to see a code for that.</summary>
    /// <param name="code">Gets the current code.</param>
    Task BindAuthenticatorAsync(Func<Task<string>> code);

    /// <summary>Ends every session of the account at the server, by the application's own means.</summary>
    Task EndSessionsAsync();
}
