namespace CredentialVault.Testing.AgentsEye;

/// <summary>What an agent without scripts of its own can look at.</summary>
public enum ObservationKind
{
    /// <summary>Playwright's aria snapshot, what most page agents read.</summary>
    AriaSnapshot,

    /// <summary>The document as HTML.</summary>
    Html,

    /// <summary>The text that is visible.</summary>
    VisibleText,

    /// <summary>The status element's text.</summary>
    StatusText,

    /// <summary>The address and title of the page.</summary>
    Address,

    /// <summary>A line on the console.</summary>
    Console,

    /// <summary>A picture of the page.</summary>
    Screenshot,
}

/// <summary>A secret in something that was seen.</summary>
/// <param name="Secret">Which secret, by name.</param>
/// <param name="Kind">Where it was seen.</param>
/// <param name="Times">How often.</param>
public sealed record Hit(string Secret, ObservationKind Kind, int Times);
