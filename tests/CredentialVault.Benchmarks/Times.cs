using System.Globalization;

namespace Benchmarks;

/// <summary>How long the same thing took each time.</summary>
internal sealed class Times
{
    private readonly List<double> _milliseconds = [];

    /// <summary>The middle one, in milliseconds.</summary>
    public double Median
    {
        get
        {
            var sorted = _milliseconds.Order().ToArray();
            return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }
    }

    /// <summary>Takes one more.</summary>
    /// <param name="time">How long it took.</param>
    public void Add(TimeSpan time) => _milliseconds.Add(time.TotalMilliseconds);

    /// <summary>Median, and the fastest and slowest.</summary>
    /// <param name="digits">Digits after the point.</param>
    public string Text(int digits = 0)
    {
        string Round(double milliseconds) => milliseconds.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return $"{Round(Median)} ms ({Round(_milliseconds.Min())} to {Round(_milliseconds.Max())})";
    }
}
