using System.Diagnostics;
using CredentialVault.SignIn;
using Xunit.Abstractions;

namespace CredentialVault.SignInTests.Worlds;

/// <summary>Prints when each stage of a sign-in was reached.</summary>
internal sealed class Stopwatches(ITestOutputHelper output) : IProgress<SignInStep>
{
    private readonly long _began = Stopwatch.GetTimestamp();

    public void Report(SignInStep value) => Report(value.Stage.ToString());

    public void Report(string what) => output.WriteLine($"{Stopwatch.GetElapsedTime(_began).TotalMilliseconds,7:0} ms  {what}");
}
