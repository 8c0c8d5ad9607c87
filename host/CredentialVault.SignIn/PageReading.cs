using System.Text.Json;
using System.Text.Json.Serialization;
using CredentialVault.SignIn.DevTools;

namespace CredentialVault.SignIn;

/// <summary>Opens an address in a browser that was just started, and says how its page is read. Types nothing.</summary>
/// <param name="browser">The browser.</param>
/// <param name="time">The clock.</param>
public sealed class PageReading(SignInBrowser browser, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LoadTime = TimeSpan.FromSeconds(15);

    /// <summary>How long the page must stay as it is to be taken for finished; one without a form gets longer, since it may come late.</summary>
    private static readonly TimeSpan QuietTime = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan FormlessQuietTime = TimeSpan.FromSeconds(2.5);

    /// <summary>Reads the page at an address.</summary>
    /// <param name="address">An absolute http or https address.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>The page and those of its frames that have a form, the page first; none when nothing answers there.</returns>
    public async Task<IReadOnlyList<ReadDocument>> ReadAsync(Uri address, CancellationToken cancel)
    {
        if (!await browser.GoAsync(address.AbsoluteUri, cancel))
        {
            return [];
        }

        List<ReadDocument> documents = [];
        foreach (var look in (await SettledAsync(cancel)).Where(look => look.IsTop || look.Report.Fields.Count > 0))
        {
            try
            {
                var (world, _, _) = look;
                var read = await world.Session.CallOnAsync(world.Handle, "function () { return this.explain(); }", [], cancel);
                documents.Add(read.Deserialize(ReadDocumentJson.Default.ReadDocument)!);
            }
            catch (DevToolsException)
            {
                // The frame has gone elsewhere.
            }
        }

        return documents;
    }

    private async Task<IReadOnlyList<FrameLook>> SettledAsync(CancellationToken cancel)
    {
        var detector = new PageDetector(browser, time);
        var began = time.GetTimestamp();
        var (since, likeness) = (began, "");
        while (true)
        {
            var looks = await detector.LookAsync(cancel);
            var now = string.Join('\n', looks.Select(look => look.Likeness));
            if (now != likeness || !looks.Any(look => look is { IsTop: true, Report.Parsed: true }))
            {
                (since, likeness) = (time.GetTimestamp(), now);
            }

            var quiet = looks.Any(look => look.Report.Fields.Count > 0) ? QuietTime : FormlessQuietTime;
            if (time.GetElapsedTime(since) >= quiet || time.GetElapsedTime(began) >= LoadTime)
            {
                return looks;
            }

            await Task.Delay(Pause, time, cancel);
        }
    }
}

/// <summary>How a document is read.</summary>
/// <param name="Address">Where it is, without query and fragment, which may hold what lets somebody in.</param>
/// <param name="Verdict"><c>signed-in</c>, <c>signed-out</c> or <c>unsure</c>.</param>
/// <param name="Kind">What its form is for.</param>
/// <param name="Fields">The fields of the form, in the order in which they are filled.</param>
/// <param name="Submit">The control that sends it, or null when only Enter does.</param>
/// <param name="Ways">What can be pressed to go on where there is nothing to type.</param>
/// <param name="Evidence">Stable codes of why.</param>
public sealed record ReadDocument(
    string Address, string Verdict, string Kind, IReadOnlyList<ReadElement> Fields, string? Submit, IReadOnlyList<ReadElement> Ways, IReadOnlyList<string> Evidence);

/// <summary>An element and what it was taken for.</summary>
/// <param name="Name">What for: a field's name, or a way's.</param>
/// <param name="Element">The element in words: its tag, what names it, what it shows. Never a value that was typed.</param>
public sealed record ReadElement(string Name, string Element);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReadDocument))]
internal sealed partial class ReadDocumentJson : JsonSerializerContext;
