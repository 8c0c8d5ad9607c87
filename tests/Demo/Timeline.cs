using System.Diagnostics;
using System.Globalization;

namespace Demo;

/// <summary>Who did something.</summary>
internal enum Actor
{
    Site,
    Owner,
    Agent,
    Vault,
}

/// <summary>One thing that happened.</summary>
/// <param name="At">When it began, since the demo did.</param>
/// <param name="Who">Who did it.</param>
/// <param name="What">What, in a sentence without its subject.</param>
/// <param name="Took">How long it took, or null where that says nothing.</param>
/// <param name="Picture">File name of a picture of the agent's page, or null.</param>
internal sealed record Moment(TimeSpan At, Actor Who, string What, TimeSpan? Took, string? Picture);

/// <summary>What happened, told as it happens and kept for the report.</summary>
internal sealed class Timeline
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<Moment> _moments = [];

    /// <summary>When the demo began.</summary>
    public DateTimeOffset Began { get; } = DateTimeOffset.UtcNow;

    /// <summary>Everything, by time.</summary>
    public IReadOnlyList<Moment> Moments => [.. _moments.OrderBy(moment => moment.At)];

    /// <summary>Tells what just happened, or has just ended.</summary>
    public void Tell(Actor who, string what, TimeSpan? took = null, string? picture = null)
    {
        var moment = new Moment(_clock.Elapsed - (took ?? TimeSpan.Zero), who, what, took, picture);
        _moments.Add(moment);
        Console.WriteLine(Line(moment));
    }

    /// <summary>Does something and tells what it was and how long it took.</summary>
    public async Task<T> DoAsync<T>(Actor who, string what, Func<Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        var result = await work();
        Tell(who, what, watch.Elapsed);
        return result;
    }

    /// <summary>Does something and tells what it was and how long it took.</summary>
    public Task DoAsync(Actor who, string what, Func<Task> work) => DoAsync(who, what, async () =>
    {
        await work();
        return true;
    });

    /// <summary>Tells what was learned later of an earlier time.</summary>
    public void Insert(DateTimeOffset at, Actor who, string what, TimeSpan? took = null, string? picture = null)
    {
        var moment = new Moment(at - Began, who, what, took, picture);
        _moments.Add(moment);
        Console.WriteLine(Line(moment));
    }

    /// <summary>One moment as a line.</summary>
    public static string Line(Moment moment)
    {
        var took = moment.Took is { } time ? $" ({Milliseconds(time)})" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{moment.At.TotalSeconds,6:F1} s  {Name(moment.Who),-6} {moment.What}{took}");
    }

    /// <summary>A duration in whole seconds.</summary>
    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F0} s");

    /// <summary>A duration as people read it.</summary>
    public static string Milliseconds(TimeSpan time) => time.TotalSeconds < 10
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:F0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F1} s");

    /// <summary>The actor's name in the timeline.</summary>
    public static string Name(Actor who) => who switch
    {
        Actor.Site => "site",
        Actor.Owner => "owner",
        Actor.Agent => "agent",
        _ => "vault",
    };
}
