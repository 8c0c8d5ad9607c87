namespace SampleSite.Pages.Account;

/// <summary>Takes an address and tells nobody whether it has an account. The site has no mail to send a link with.</summary>
public sealed class ForgotPasswordModel(SiteStyle style) : SitePage(style)
{
    /// <summary>True once an address was posted.</summary>
    public bool Sent { get; private set; }

    public void OnPost() => Sent = true;
}
