namespace CredentialVault.Errors;

/// <summary>
/// Something that could not be done: a stable code for programs and one sentence for a person.
/// Neither ever holds a secret. The same code stands in the library, on the wire, in the command
/// line's text and in docs/errors.md.
/// </summary>
/// <param name="Code">Stable, lower-case words joined by dashes.</param>
/// <param name="Sentence">One sentence for a person, ending with a full stop; it says what to do where that is known.</param>
public sealed partial record VaultError(string Code, string Sentence)
{
    /// <summary>The part of what an owner gave that is wrong, in the words of docs/protocol.md, such as <c>username</c> or <c>signInOrigins[0]</c>; null where it is none of them.</summary>
    public string? Field { get; init; }

    /// <summary>The same error about one part of what an owner gave.</summary>
    /// <param name="field">See <see cref="Field"/>.</param>
    public VaultError At(string field) => this with { Field = field };

    /// <summary>The error as an exception, to be thrown.</summary>
    public VaultException AsException() => new(this);

    /// <summary>The error as an exception that remembers what caused it. The cause is for a debugger and is never shown.</summary>
    /// <param name="cause">What went wrong underneath.</param>
    public VaultException AsException(Exception cause) => new(this, cause);
}
