using CredentialVault.Credentials;

namespace CredentialVault.SignIn;

/// <summary>
/// What an owner should know of a verification that ended well: that nothing showed it, a site where nothing was typed, a field that was not asked
/// for, and what came of the wish that the site remember the device.
/// </summary>
internal static class Remarks
{
    /// <summary>Sentences for the owner; none where everything was used, and where the site asked by no form.</summary>
    /// <param name="overview">The credential.</param>
    /// <param name="steps">What the verification did.</param>
    /// <param name="result">What came of it.</param>
    public static IReadOnlyList<string> Of(Overview overview, IReadOnlyList<VerificationStep> steps, VerificationResult result)
    {
        VerificationStep[] fillings = [.. steps.Where(step => step.Stage == VerificationStage.Filling)];
        if (fillings.Length == 0)
        {
            return [];
        }

        string[] sites = [.. overview.SignInOrigins.Except(fillings.Select(step => step.Site).OfType<string>(), StringComparer.Ordinal)];
        string[] fields = [.. (overview.Fields ?? []).Where(name => !fillings.Any(step => step.Fields.Contains(FieldName.Further(name), StringComparer.Ordinal)))];
        List<string> sentences = [];
        if (!result.IsProven)
        {
            sentences.Add("No page showed that it is signed in, so a sign-in that the site did not take would look the same: see once whether an agent gets in. With the address of a page that asks to sign in as the sign-in page, the next verification can tell.");
        }

        if (sites.Length > 0)
        {
            sentences.Add($"Not tried, since signing in did not lead there: {string.Join(", ", sites.Select(VerificationWords.SiteName))}. To try it, verify with its address as the sign-in page.");
        }

        if (fields.Length > 0)
        {
            sentences.Add($"The site did not ask for: {string.Join(", ", fields)}.");
        }

        if (overview.RememberDevice)
        {
            sentences.Add(result.Trace.Pressed.Contains(WayOn.RememberDevice, StringComparer.Ordinal)
                ? "The site was told to remember the device. Whether it then asks for no code is up to the site."
                : "The site did not offer to remember the device.");
        }

        return sentences;
    }
}
