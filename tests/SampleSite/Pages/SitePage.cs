using Microsoft.AspNetCore.Mvc.RazorPages;
using SampleSite.Styles;

namespace SampleSite.Pages;

/// <summary>What every page of the site has: its style, the fields of a posted form, and a sentence when something went wrong.</summary>
/// <param name="style">The style of the site.</param>
public abstract class SitePage(SiteStyle style) : PageModel
{
    /// <summary>What went wrong, in the site's language; null when nothing did.</summary>
    public string? Error { get; protected set; }

    /// <summary>The style of the site.</summary>
    protected SiteStyle Style { get; } = style;

    /// <summary>What was posted in a field; empty when nothing was.</summary>
    /// <param name="field">The field.</param>
    protected string Posted(FormField field) => Request.Form[field.Name].ToString();

    /// <summary>The one-time code that was posted, in one field or in six, without the gaps that people type.</summary>
    protected string PostedCode()
    {
        var code = Style.SplitCode
            ? string.Concat(Enumerable.Range(1, 6).Select(digit => Request.Form[Style.Fields.Code.Name + digit].ToString()))
            : Posted(Style.Fields.Code);
        return code.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
    }

    /// <summary>Shows a sentence on the page that comes next.</summary>
    /// <param name="english">The sentence in English.</param>
    protected void TellNext(string english) => TempData["Message"] = Style.Say(english);
}
