using System.Globalization;
using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace CredentialVault;

/// <summary>Runs tests as xunit does, until a moment that the environment names. What begins later is left out and counted as skipped; what attackers and agents meet never is.</summary>
/// <remarks>https://xunit.net/docs/running-tests-in-parallel: a class is what runs as one, so that it is begun or left out as one.</remarks>
internal sealed class WithinTime(IMessageSink diagnostics) : XunitTestFramework(diagnostics)
{
    /// <summary>Environment variable: the last second, since 1970 in UTC, at which a class may begin. Without it, all run.</summary>
    public const string Until = "CREDENTIAL_VAULT_TESTS_UNTIL";

    /// <summary>The last parts of the namespaces that are never left out.</summary>
    private static readonly string[] NeverLeftOut = ["Agents", "Attackers"];

    /// <summary>Whether a class runs however late it is.</summary>
    /// <param name="type">A class of tests, or null when it is not known.</param>
    public static bool IsNeverLeftOut(Type? type) => type?.Namespace is not { } name || NeverLeftOut.Contains(name.Split('.')[^1], StringComparer.Ordinal);

    /// <summary>The class that a collection stands for, or null: each class is a collection of its own, which xunit calls after it.</summary>
    /// <param name="collection">A collection.</param>
    public static Type? ClassOf(ITestCollection collection) => Assembly.GetExecutingAssembly().GetType(collection.DisplayName.Split(' ')[^1]);

    /// <inheritdoc/>
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) => new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName assembly, ISourceInformationProvider sources, IMessageSink diagnostics) : XunitTestFrameworkExecutor(assembly, sources, diagnostics)
    {
        /// <inheritdoc/>
        protected override async void RunTestCases(IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            using var runner = new Runner(TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, executionOptions);
            await runner.RunAsync();
        }
    }

    private sealed class Runner(ITestAssembly assembly, IEnumerable<IXunitTestCase> cases, IMessageSink diagnostics, IMessageSink execution, ITestFrameworkExecutionOptions options)
        : XunitTestAssemblyRunner(assembly, cases, diagnostics, execution, options)
    {
        /// <summary>What a class that takes long may take.</summary>
        private static readonly TimeSpan LongTime = TimeSpan.FromMinutes(3);

        private readonly DateTimeOffset _until =
            Environment.GetEnvironmentVariable(Until) is { Length: > 0 } seconds ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture)) : DateTimeOffset.MaxValue;

        /// <summary>As many as run at once. xunit calls for all classes at the start and lets them wait then, where nobody can look at the clock any more.</summary>
        private readonly SemaphoreSlim _places = new(options.MaxParallelThreadsOrDefault());

        /// <inheritdoc/>
        public override void Dispose()
        {
            _places.Dispose();
            base.Dispose();
        }

        /// <inheritdoc/>
        protected override async Task<RunSummary> RunTestCollectionAsync(
            IMessageBus messageBus, ITestCollection testCollection, IEnumerable<IXunitTestCase> testCases, CancellationTokenSource cancellationTokenSource)
        {
            await _places.WaitAsync(cancellationTokenSource.Token);
            try
            {
                return MayBegin(ClassOf(testCollection))
                    ? await base.RunTestCollectionAsync(messageBus, testCollection, testCases, cancellationTokenSource)
                    : LeaveOut(messageBus, testCases);
            }
            finally
            {
                _places.Release();
            }
        }

        private bool MayBegin(Type? type) =>
            IsNeverLeftOut(type) || DateTimeOffset.UtcNow <= (type!.IsDefined(typeof(TakesLongAttribute)) ? _until - LongTime : _until);

        private static RunSummary LeaveOut(IMessageBus messageBus, IEnumerable<IXunitTestCase> testCases)
        {
            var summary = new RunSummary();
            foreach (var testCase in testCases)
            {
                var test = new XunitTest(testCase, testCase.DisplayName);
                messageBus.QueueMessage(new TestStarting(test));
                messageBus.QueueMessage(new TestSkipped(test, "Its time was over before it began."));
                messageBus.QueueMessage(new TestFinished(test, 0, output: null));
                summary.Total++;
                summary.Skipped++;
            }

            return summary;
        }
    }
}
