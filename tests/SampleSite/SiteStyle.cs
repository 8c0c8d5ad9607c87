using System.Globalization;
using Microsoft.AspNetCore.Identity;
using SampleSite.Styles;

namespace SampleSite;

/// <summary>Everything in which two sites with the same purpose differ: words, paths, the shape of their forms.</summary>
public sealed record SiteStyle
{
    /// <summary>English; email and password on one page, one field for the code, autocomplete as browsers like it.</summary>
    public static SiteStyle Harbour { get; } = HarbourStyle.Style;

    /// <summary>German; user name and password on two pages, six boxes for the code, no autocomplete.</summary>
    public static SiteStyle Hafen { get; } = HafenStyle.Style;

    /// <summary>The style of that name, or null.</summary>
    /// <param name="name"><c>harbour</c> or <c>hafen</c>.</param>
    public static SiteStyle? Named(string name) =>
        new[] { Harbour, Hafen }.FirstOrDefault(style => string.Equals(style.Name, name, StringComparison.Ordinal));

    /// <summary>The name on the command line.</summary>
    public required string Name { get; init; }

    /// <summary>The company's name, as visitors read it.</summary>
    public required string Brand { get; init; }

    /// <summary>The language of the pages, as BCP 47 writes it.</summary>
    public required string Language { get; init; }

    /// <summary>The path of each page, by the page's name; a page without one does not exist in this style.</summary>
    public required IReadOnlyDictionary<string, string> Paths { get; init; }

    /// <summary>The query parameter that remembers where a signed-out visitor wanted to go.</summary>
    public required string ReturnParameter { get; init; }

    /// <summary>The fields of the account forms.</summary>
    public required FormFields Fields { get; init; }

    /// <summary>True when the user name has a page of its own, before the password's.</summary>
    public required bool NameFirst { get; init; }

    /// <summary>True when each digit of the one-time code has a box of its own.</summary>
    public required bool SplitCode { get; init; }

    /// <summary>The words of the pages by their English ones; null for English.</summary>
    public required IReadOnlyDictionary<string, string>? Words { get; init; }

    /// <summary>What Identity says about an account that it refuses.</summary>
    public required IdentityErrorDescriber AccountErrors { get; init; }

    /// <summary>How a date is written.</summary>
    public required string DateFormat { get; init; }

    /// <summary>How an amount of money is written.</summary>
    public required NumberFormatInfo Money { get; init; }

    /// <summary>A phrase in this style's language.</summary>
    /// <param name="english">The phrase in English.</param>
    /// <exception cref="KeyNotFoundException">Nobody has translated it.</exception>
    public string Say(string english) => Words is null ? english : Words[english];

    /// <summary>A date as this style writes it.</summary>
    /// <param name="date">The date.</param>
    public string Write(DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <summary>An amount in euros as this style writes it.</summary>
    /// <param name="euros">The amount.</param>
    public string Write(decimal euros) => euros.ToString("C", Money);
}
