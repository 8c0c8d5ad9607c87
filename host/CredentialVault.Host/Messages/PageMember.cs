using CredentialVault.SignIn;

namespace CredentialVault.Host.Messages;

/// <summary>What the browser vouches for.</summary>
internal sealed record PageMember(int Tab, int Frame, string Document, string Lifecycle, string Origin, IReadOnlyList<string> Ancestors)
{
    public PageIdentity ToPageIdentity() => new(Tab, Frame, Document, Lifecycle, Origin, Ancestors);
}
