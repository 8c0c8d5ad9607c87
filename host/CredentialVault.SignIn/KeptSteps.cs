namespace CredentialVault.SignIn;

/// <summary>Keeps the steps of a verification, and passes each on.</summary>
/// <param name="progress">Told each.</param>
internal sealed class KeptSteps(IProgress<VerificationStep> progress) : IProgress<VerificationStep>
{
    private readonly List<VerificationStep> _steps = [];

    public IReadOnlyList<VerificationStep> Steps => _steps;

    public void Report(VerificationStep value)
    {
        _steps.Add(value);
        progress.Report(value);
    }
}
