namespace CredentialVault.SignIn.DevTools;

/// <summary>The browser refused a command, or is gone. Its text is the browser's own and never holds a parameter's value.</summary>
internal sealed class DevToolsException(string message) : Exception(message);
