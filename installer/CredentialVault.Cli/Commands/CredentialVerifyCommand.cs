using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using CredentialVault.Cli.Browsers;
using CredentialVault.Cli.Browsers.Linux;
using CredentialVault.Cli.Terminal;
using CredentialVault.Credentials;
using CredentialVault.Errors;
using CredentialVault.SignIn;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Commands;

/// <summary><c>credential verify</c>: signs in without an agent and, unless the fill is in-page, tries the session in a second, clean browser.</summary>
internal sealed class CredentialVerifyCommand : Command
{
    private readonly Argument<string?> _credential = new("LABEL|ID") { Description = "The credential's label, or its id when another has the same label.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _all = new("--all") { Description = "Every credential, one after the other." };
    private readonly Option<bool> _headed = new("--headed") { Description = "With windows, to watch." };
    private readonly Screen _screen;

    public CredentialVerifyCommand(Screen screen)
        : base("verify", "Sign in now, without an agent, and try the session in a second browser (not with the fill in-page).")
    {
        _screen = screen;
        Add(_credential);
        Add(_all);
        Add(_headed);
        Validators.Add(result =>
        {
            if (result.GetValue(_credential) is null == !result.GetValue(_all))
            {
                result.AddError("verify needs the label or id of a credential, or --all.");
            }
        });
        SetAction((parsed, _) => RunAsync(parsed));
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        if (parsed.GetValue(_headed) && !Display.IsThere)
        {
            throw VaultError.NoDisplayToWatch.AsException();
        }

        await using var vault = await OpenVault.OfThisProcessAsync();
        var credentials = parsed.GetValue(_credential) is { } name ? [await vault.Credentials.FindAsync(name)] : await vault.Credentials.ListAsync();
        if (SignInBrowser.WithoutSandbox)
        {
            _screen.Note("Running as root, so the browsers run without their sandbox; better use an ordinary user.", Tone.Doubtful);
        }

        using var ending = new CancellationTokenSource();
        using var signals = new EndSignals(ending.Cancel);
        var good = 0;
        try
        {
            foreach (var credential in credentials)
            {
                good += await VerifyAsync(vault, credential, parsed.GetValue(_headed), ending.Token) ? 1 : 0;
            }
        }
        catch (OperationCanceledException)
        {
            _screen.Note("Stopped before the end.", Tone.Doubtful);
            return 1;
        }

        if (credentials.Count != 1)
        {
            _screen.Say($"{good} of {credentials.Count} credentials work.", good == credentials.Count ? Tone.Good : Tone.Bad);
        }

        return good == credentials.Count ? 0 : 1;
    }

    private async Task<bool> VerifyAsync(Vault vault, Credential credential, bool headed, CancellationToken cancel)
    {
        var label = credential.Overview.Label;
        var began = Stopwatch.GetTimestamp();
        _screen.Note($"{label}: signing in at {credential.Overview.SignInUrl ?? credential.Overview.SessionOrigins[0]}", Tone.Strong);
        try
        {
            var options = await SignInBrowserOptions.ForAsync(vault, credential) with { Headed = headed };
            var verification = new Verification(vault, await SignInTurns.ForAsync(vault, TimeProvider.System), TimeProvider.System);
            var steps = new StepLines(_screen);
            var result = await RunAsync(verification, credential, options, steps, cancel);
            var (outcome, trace) = (result.Outcome, result.Trace);
            if (result.ClockDoubt is { } doubt)
            {
                _screen.Note(doubt, Tone.Doubtful);
            }

            if (trace.StoppedAt is { } elsewhere)
            {
                _screen.Note($"The password or a code would have gone to {elsewhere}, which is not one of the sign-in origins; it was not sent there. If it is the site's own, add the credential anew with both as --origin.", Tone.Doubtful);
            }

            if (trace.Reflected.Count > 0)
            {
                _screen.Note($"The site stores the password, the authenticator key or a code in {string.Join(", ", trace.Reflected)}; that is never handed over.", Tone.Doubtful);
            }

            if (result.Learned?.SignInUrl is { } found)
            {
                _screen.Note($"Next time it starts at {found}, where the form was found.", Tone.Faint);
            }

            foreach (var remark in result.Remarks)
            {
                _screen.Note(remark, Tone.Doubtful);
            }

            if (outcome.RejectsPassword)
            {
                _screen.Note("It is not tried again until you change what it signs in with, or let it be tried with 'credential unlock'.", Tone.Doubtful);
            }

            var works = outcome == Outcome.SignedIn;
            _screen.Say(
                works
                    ? string.Create(CultureInfo.InvariantCulture, $"'{label}' works: {credential.Fill.Proof()}. It took {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s.")
                    : $"'{label}' does not work: {outcome.ExplanationToOwner} [{outcome.Code}]",
                works ? Tone.Good : Tone.Bad);
            return works;
        }
        catch (VaultException failure)
        {
            _screen.Say($"'{label}' does not work: {failure.Error.Sentence} [{failure.Error.Code}]", Tone.Bad);
            return false;
        }
    }

    private static async Task<VerificationResult> RunAsync(Verification verification, Credential credential, SignInBrowserOptions options, StepLines steps, CancellationToken cancel)
    {
        var works = false;
        try
        {
            var result = await verification.RunAsync(credential, options, steps, cancel);
            works = result.Outcome == Outcome.SignedIn;
            return result;
        }
        finally
        {
            steps.End(works);
        }
    }
}
