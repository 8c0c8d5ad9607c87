using CredentialVault.Testing.AgentsEye;

namespace Demo;

/// <summary>What came of the story.</summary>
/// <param name="Site">The site's name.</param>
/// <param name="Moments">What happened.</param>
/// <param name="Observations">How often the agent's eye looked, by kind.</param>
/// <param name="Hits">Where it saw a secret.</param>
/// <param name="StatusTexts">What the vault told the agent.</param>
/// <param name="ControlObservations">How often the eye looked at the naive fill.</param>
/// <param name="ControlHits">Where it saw the password there.</param>
/// <param name="Packed">Orders that the site says are packed.</param>
/// <param name="Wanted">Orders that were to be packed.</param>
internal sealed record Report(
    string Site,
    IReadOnlyList<Moment> Moments,
    IReadOnlyDictionary<ObservationKind, int> Observations,
    IReadOnlyList<Hit> Hits,
    IReadOnlyList<string> StatusTexts,
    int ControlObservations,
    IReadOnlyList<Hit> ControlHits,
    int Packed,
    int Wanted)
{
    /// <summary>The work is done, nothing was seen, and the same search finds what is there to be found.</summary>
    public bool Good => Packed == Wanted && Hits.Count == 0 && ControlHits.Count > 0;

    /// <summary>How often the agent's eye looked.</summary>
    public int Looks => Observations.Values.Sum();

    /// <summary>Prints the end of the demo.</summary>
    public void Print()
    {
        Console.WriteLine("\nWhat happened\n");
        foreach (var moment in Moments)
        {
            Console.WriteLine(Timeline.Line(moment));
        }

        Console.WriteLine("\nWhat the vault told the agent in the page\n");
        foreach (var text in StatusTexts)
        {
            Console.WriteLine($"  \"{text}\"");
        }

        Console.WriteLine("\nWhat the agent's eye saw, searched for password and seed (plain, URL, JSON, HTML, hex, Base64, UTF-16, reversed)\n");
        foreach (var (kind, count) in Observations.OrderByDescending(pair => pair.Value))
        {
            Console.WriteLine($"  {Name(kind),-18}{count,6} looks   {(kind == ObservationKind.Screenshot ? "kept as pictures" : $"{HitsOf(Hits, kind)} hits")}");
        }

        Console.WriteLine($"\n  With the vault     {Looks,6} looks   {Hits.Sum(hit => hit.Times)} hits");
        Console.WriteLine($"  With a naive fill  {ControlObservations,6} looks   {ControlHits.Sum(hit => hit.Times)} hits   (value set, click a moment later: the control)");
        Console.WriteLine($"\n{Packed} of {Wanted} orders packed. {(Good ? "The job is done and no secret was seen." : "THE DEMO FAILED.")}");
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
}
