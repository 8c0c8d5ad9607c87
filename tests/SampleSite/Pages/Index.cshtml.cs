namespace SampleSite.Pages;

/// <summary>The home page, for everyone.</summary>
public sealed class IndexModel(SiteStyle style) : SitePage(style);
