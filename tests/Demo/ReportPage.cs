using System.Globalization;
using System.Net;
using System.Text;
using CredentialVault.Testing.AgentsEye;
using CredentialVault.Testing.FullPower;

namespace Demo;

/// <summary>The report as one HTML page beside its pictures.</summary>
internal static class ReportPage
{
    private const string Style = """
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
        body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { margin-bottom: 0; }
        table { border-collapse: collapse; width: 100%; }
        .wide { overflow-x: auto; }
        td, th { text-align: left; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid color-mix(in srgb, currentcolor 15%, transparent); vertical-align: top; }
        th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        td.who { white-space: nowrap; }
        tr.vault { background: color-mix(in srgb, #2b7de9 14%, transparent); }
        tr.site { color: color-mix(in srgb, currentcolor 65%, #b3261e); }
        .answer { font-size: 1.25rem; }
        .pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 1rem; }
        figure { margin: 0; } img { width: 100%; border: 1px solid color-mix(in srgb, currentcolor 25%, transparent); border-radius: .4rem; }
        figcaption { font-size: .9rem; }
        h1, h2, p, td, figcaption { overflow-wrap: anywhere; }
        @media (max-width: 40rem) { td, th { padding-right: .4rem; } th.number, td.number { white-space: normal; } }
        """;

    /// <summary>The page.</summary>
    /// <param name="report">What it tells.</param>
    /// <param name="language">Language of the site's pictures; the page itself is English.</param>
    public static string Write(Report report, string language)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Credential Vault: an expired session signs itself in</title>
            <style>{Style}</style>
            <h1>An expired session signs itself in</h1>
            <p>At {Text(report.Site)}, a real web application with passwords, one-time codes and lockout, in real Chromium.</p>
            <p class="answer"><strong>{report.Packed} of {report.Wanted}</strong> orders packed.
            {report.Verdict}</p>
            <div class="wide"><table><thead><tr><th>fill</th><th class="number">an agent that looks: looks</th><th class="number">secrets seen</th><th class="number">with DevTools on everything: secrets found</th></tr></thead><tbody>
            <tr class="vault"><td>{report.Fill}</td><td class="number">{report.Looks}</td><td class="number"><strong>{report.Hits.Sum(hit => hit.Times)}</strong></td><td class="number"><strong>{report.CapturedHits.Sum(hit => hit.Times)}</strong></td></tr>
            <tr class="site"><td>naive: value set, click a moment later (the control)</td><td class="number">{report.Control.Looks}</td><td class="number">{report.Control.Hits.Sum(hit => hit.Times)}</td><td class="number">{report.Control.Captured.Sum(hit => hit.Times)}</td></tr>
            </tbody></table></div>
            <h2>What happened</h2>
            <div class="wide"><table><thead><tr><th class="number">at</th><th>who</th><th>what</th><th class="number">took</th></tr></thead><tbody>

            """);
        foreach (var moment in report.Moments)
        {
            var who = Timeline.Name(moment.Who);
            page.Append(CultureInfo.InvariantCulture, $"""
                <tr class="{who}"><td class="number">{moment.At.TotalSeconds:F1} s</td><td class="who">{who}</td><td>{Text(moment.What)}</td><td class="number">{(moment.Took is { } took ? Timeline.Milliseconds(took) : "")}</td></tr>

                """);
        }

        page.Append("</tbody></table></div>\n<h2>The agent's page, step by step</h2>\n<div class=\"pictures\">\n");
        foreach (var moment in report.Moments.Where(moment => moment.Picture is not null).OrderBy(TakenAt))
        {
            page.Append(CultureInfo.InvariantCulture, $"""
                <figure><img src="pictures/{moment.Picture}" lang="{language}" alt="The page when the {Timeline.Name(moment.Who)} {Text(moment.What)}"><figcaption>{(moment.Who == Actor.Vault ? $"While the vault works, from {TakenAt(moment).TotalSeconds:F0} s on: the page, as the agent sees it" : $"{TakenAt(moment).TotalSeconds:F0} s: when the {Timeline.Name(moment.Who)} {Text(moment.What)}")}.</figcaption></figure>

                """);
        }

        page.Append("</div>\n<h2>What the vault told the agent in the page</h2>\n<ul>\n");
        foreach (var text in report.StatusTexts)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li>{Text(text)}</li>\n");
        }

        page.Append("</ul>\n<h2>What the agent's eye saw</h2>\n<div class=\"wide\"><table><thead><tr><th>what</th><th class=\"number\">looks</th><th class=\"number\">hits</th><th class=\"number\">looks at the naive fill</th><th class=\"number\">hits on it</th></tr></thead><tbody>\n");
        foreach (var (kind, count) in report.Observations.OrderByDescending(pair => pair.Value))
        {
            var searched = kind != ObservationKind.Screenshot;
            page.Append(CultureInfo.InvariantCulture, $"""
                <tr><td>{Report.Name(kind)}</td><td class="number">{(searched ? count : $"{count} kept")}</td><td class="number">{(searched ? Report.HitsOf(report.Hits, kind) : "not searched")}</td><td class="number">{(searched ? report.Control.Observations.GetValueOrDefault(kind) : "none taken")}</td><td class="number">{(searched ? Report.HitsOf(report.Control.Hits, kind) : "")}</td></tr>

                """);
        }

        page.Append("</tbody></table></div>\n<h2>What an agent with DevTools on everything took in</h2>\n<div class=\"wide\"><table><thead><tr><th>what</th><th class=\"number\">messages</th><th class=\"number\">size</th><th class=\"number\">hits</th><th class=\"number\">hits on the naive fill</th></tr></thead><tbody>\n");
        foreach (var (channel, volume) in report.Captured.OrderBy(pair => pair.Key))
        {
            var searched = channel != Channel.Screenshot;
            page.Append(CultureInfo.InvariantCulture, $"""
                <tr><td>{Text(channel.Name())}</td><td class="number">{volume.Messages}</td><td class="number">{Report.Size(volume.Characters)}</td><td class="number">{(searched ? Report.HitsOf(report.CapturedHits, channel) : "not searched")}</td><td class="number">{(searched ? Report.HitsOf(report.Control.Captured, channel) : "not searched")}</td></tr>

                """);
        }

        page.Append("</tbody></table></div>\n<p>Attached to the browser, to every page, frame and worker and to the extension's worker, before their first line runs. Searched for the password and the seed: plain, URL-encoded, JSON- and HTML-escaped, in hex, Base64 (three alignments), UTF-16 and reversed; by DevTools also for every one-time code of these minutes. Pictures are not searched. The naive fill runs in a browser without the extension, with the password alone.</p>\n</html>\n");
        return page.ToString();
    }

    /// <summary>While the vault works the agent's page is pictured, of all else the end.</summary>
    private static TimeSpan TakenAt(Moment moment) => moment.Who == Actor.Vault ? moment.At : moment.At + (moment.Took ?? TimeSpan.Zero);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
