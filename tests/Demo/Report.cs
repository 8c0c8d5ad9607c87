using System.Globalization;
using CredentialVault.Testing;
using CredentialVault.Testing.AgentsEye;
using CredentialVault.Testing.FullPower;

namespace Demo;

/// <summary>What came of the story.</summary>
/// <param name="Site">The site's name.</param>
/// <param name="Fill">Where the values were typed.</param>
/// <param name="Moments">What happened.</param>
/// <param name="Observations">How often the agent's eye looked, by kind.</param>
/// <param name="Hits">Where it saw a secret.</param>
/// <param name="Captured">How much an agent with DevTools on everything took in, by channel.</param>
/// <param name="CapturedHits">Where it found a secret.</param>
/// <param name="StatusTexts">What the vault told the agent.</param>
/// <param name="Control">What both saw of a naive fill.</param>
/// <param name="Packed">Orders that the site says are packed.</param>
/// <param name="Wanted">Orders that were to be packed.</param>
internal sealed record Report(
    string Site,
    string Fill,
    IReadOnlyList<Moment> Moments,
    IReadOnlyDictionary<ObservationKind, int> Observations,
    IReadOnlyList<Hit> Hits,
    IReadOnlyDictionary<Channel, Volume> Captured,
    IReadOnlyList<CapturedHit> CapturedHits,
    IReadOnlyList<string> StatusTexts,
    NaiveFillSeen Control,
    int Packed,
    int Wanted)
{
    /// <summary>The work is done, nothing was seen that is promised to be hidden, and the same search finds what is there to be found.</summary>
    public bool Good => Packed == Wanted && Hits.Count == 0 && Control.Hits.Count > 0 && Control.Captured.Count > 0 && (Isolated ? CapturedHits.Count == 0 : CapturedHits.Any(hit => hit.Secret == "password"));

    /// <summary>Whether the values were typed in the host's own browser.</summary>
    public bool Isolated => Fill == "isolated";

    /// <summary>What came of it, in one sentence.</summary>
    public string Verdict => (Good, Isolated) switch
    {
        (true, true) => "The job is done, and no secret was to be had, not even with DevTools on everything.",
        (true, false) => "The job is done. An agent that looks saw no secret; one with DevTools on everything found the password, as documented for the in-page fill.",
        _ => "THE DEMO FAILED.",
    };

    /// <summary>How often the agent's eye looked at something that is searched.</summary>
    public int Looks => Observations.Where(pair => pair.Key != ObservationKind.Screenshot).Sum(pair => pair.Value);

    /// <summary>Prints the end of the demo.</summary>
    public void Print()
    {
        Console.WriteLine("\nWhat the vault told the agent in the page\n");
        foreach (var text in StatusTexts)
        {
            Console.WriteLine($"  \"{text}\"");
        }

        Console.WriteLine("\nWhat the agent's eye saw, searched for password and seed (plain, URL, JSON, HTML, hex, Base64, UTF-16, reversed)\n");
        foreach (var (kind, count) in Observations.OrderByDescending(pair => pair.Value))
        {
            Console.WriteLine($"  {Name(kind),-18}{count,6} {(kind == ObservationKind.Screenshot ? "kept, not searched" : $"looks   {HitsOf(Hits, kind)} hits")}");
        }

        Console.WriteLine("\nWhat an agent with DevTools on everything took in, searched the same way, and for one-time codes\n");
        foreach (var (channel, volume) in Captured.OrderBy(pair => pair.Key))
        {
            Console.WriteLine($"  {channel.Name(),-34}{volume.Messages,7} messages  {Size(volume.Characters),9}   {(channel == Channel.Screenshot ? "not searched" : $"{HitsOf(CapturedHits, channel)} hits")}");
        }

        Console.WriteLine($"\n                      looks   hits   hits with DevTools on everything");
        Console.WriteLine($"  {Fill + " fill",-18}{Looks,9}{Hits.Sum(hit => hit.Times),7}{CapturedHits.Sum(hit => hit.Times),7}");
        Console.WriteLine($"  {"naive fill",-18}{Control.Looks,9}{Control.Hits.Sum(hit => hit.Times),7}{Control.Captured.Sum(hit => hit.Times),7}   (value set, click a moment later: the control)");
        Console.WriteLine($"\n{Packed} of {Wanted} orders packed. {Verdict}");
    }

    /// <summary>What is looked at, in words.</summary>
    public static string Name(ObservationKind kind) => kind switch
    {
        ObservationKind.AriaSnapshot => "aria snapshots",
        ObservationKind.Html => "HTML",
        ObservationKind.VisibleText => "visible text",
        ObservationKind.StatusText => "status text",
        ObservationKind.Address => "address and title",
        ObservationKind.Console => "console",
        _ => "screenshots",
    };

    /// <summary>How many times one kind of look found a secret.</summary>
    public static int HitsOf(IReadOnlyList<Hit> hits, ObservationKind kind) => hits.Where(hit => hit.Kind == kind).Sum(hit => hit.Times);

    /// <summary>How many messages of one channel held a secret.</summary>
    public static int HitsOf(IReadOnlyList<CapturedHit> hits, Channel channel) => hits.Where(hit => hit.Channel == channel).Sum(hit => hit.Times);

    /// <summary>A length in characters as people read it.</summary>
    public static string Size(long characters) => characters < 1_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{characters / 1000.0:F0} kB")
        : string.Create(CultureInfo.InvariantCulture, $"{characters / 1_000_000.0:F1} MB");
}
