using System.Globalization;
using System.Runtime.InteropServices;
using CredentialVault.Testing;

namespace Benchmarks;

/// <summary>What it is measured on.</summary>
internal static class Machine
{
    /// <summary>Prints processors, load and browser: times say little without them, ratios more.</summary>
    public static void Print()
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(": ", 2)[^1] ?? RuntimeInformation.ProcessArchitecture.ToString();
        var load = File.ReadAllText("/proc/loadavg").Split(' ')[0];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} processors ({model}), load {load}; {BuiltPrograms.Browser}, headless"));
    }
}
