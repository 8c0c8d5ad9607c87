using CredentialVault.Credentials;
using CredentialVault.Errors;

namespace CredentialVault.SignIn;

/// <summary>A verification that goes on, or has ended: what it has come to.</summary>
/// <param name="id">Its id.</param>
/// <param name="fill">The fill of the credential.</param>
/// <param name="time">The clock.</param>
internal sealed class OngoingVerification(string id, Fill fill, TimeProvider time) : IProgress<VerificationStep>, IDisposable
{
    private const int PartLength = 200_000;

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly List<VerificationStepNow> _steps = [];
    private readonly long _began = time.GetTimestamp();
    private long _stepBegan = time.GetTimestamp();
    private TaskCompletionSource _news = New();
    private VerificationEnd? _end;
    private string _picture = "";

    public string Id => id;

    /// <summary>Cancelled when nobody wants it any more.</summary>
    public CancellationToken Cancel => _ending.Token;

    /// <summary>All of it, up to its end.</summary>
    public Task Run { get; set; } = Task.CompletedTask;

    public bool HasEnded
    {
        get
        {
            lock (_lock)
            {
                return _end is not null;
            }
        }
    }

    public void Report(VerificationStep value)
    {
        lock (_lock)
        {
            EndStep(AsksForCodeAgain(value) ? StepState.Refused : StepState.Done);
            _steps.Add(new VerificationStepNow(value, StepState.Running, null));
            Tell();
        }
    }

    /// <summary>It has ended.</summary>
    /// <param name="result">With an outcome.</param>
    public void End(VerificationResult result)
    {
        lock (_lock)
        {
            _picture = result.Picture ?? "";
            var works = result.Outcome == Outcome.SignedIn;
            End(works, result.Outcome.Code, result.Outcome.Reason, works ? $"It works: {fill.Proof()}." : result.Outcome.ExplanationToOwner, result.Remarks, result.Trace.Reflected, result.ClockDoubt);
        }
    }

    /// <summary>It has ended.</summary>
    /// <param name="failure">With an error.</param>
    public void End(VaultError failure)
    {
        lock (_lock)
        {
            End(works: false, failure.Code, reason: null, failure.Sentence, remarks: [], reflected: [], clockDoubt: null);
        }
    }

    /// <summary>What there is, once there are more steps than these or it has ended.</summary>
    /// <param name="known">How many steps are known.</param>
    public async Task<VerificationProgress> NewsAsync(int known)
    {
        while (true)
        {
            Task news;
            lock (_lock)
            {
                if (_steps.Count > known || _end is not null)
                {
                    return new VerificationProgress([.. _steps], _end);
                }

                news = _news.Task;
            }

            await news;
        }
    }

    /// <summary>A part of the picture.</summary>
    /// <exception cref="VaultException"><c>verification-unknown</c>.</exception>
    public string PicturePart(int part)
    {
        lock (_lock)
        {
            return part >= 0 && part < PartsOf(_picture)
                ? _picture.Substring(part * PartLength, Math.Min(PartLength, _picture.Length - (part * PartLength)))
                : throw VaultError.VerificationUnknown.AsException();
        }
    }

    /// <summary>Nobody wants it any more.</summary>
    public Task GiveUpAsync() => _ending.CancelAsync();

    public void Dispose() => _ending.Dispose();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static int PartsOf(string picture) => (picture.Length + PartLength - 1) / PartLength;

    private void End(bool works, string code, string? reason, string sentence, IReadOnlyList<string> remarks, IReadOnlyList<string> reflected, string? clockDoubt)
    {
        EndStep(works ? StepState.Done : StepState.Failed);
        _end = new VerificationEnd(works, code, reason, sentence, time.GetElapsedTime(_began), remarks, reflected, clockDoubt, PartsOf(_picture));
        Tell();
    }

    /// <summary>Whether a step gives a code, or waits for one, right after a code was given.</summary>
    private bool AsksForCodeAgain(VerificationStep next) =>
        _steps is [.., { Step: var last }] && GivesCode(last) && (next.Stage == VerificationStage.WaitingForCode || GivesCode(next));

    private static bool GivesCode(VerificationStep step) => step.Stage == VerificationStage.Filling && step.Fields.Contains(FieldName.OneTimeCode, StringComparer.Ordinal);

    private void EndStep(StepState state)
    {
        if (_steps.Count > 0)
        {
            _steps[^1] = _steps[^1] with { State = state, Took = time.GetElapsedTime(_stepBegan) };
        }

        _stepBegan = time.GetTimestamp();
    }

    private void Tell()
    {
        _news.TrySetResult();
        _news = New();
    }
}
