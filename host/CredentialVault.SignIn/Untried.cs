using CredentialVault.Credentials;

namespace CredentialVault.SignIn;

/// <summary>What a verification that ended well did not come by: a site where nothing was typed, a field that was not asked for.</summary>
internal static class Untried
{
    /// <summary>Sentences for the owner; none where everything was used, and where the site asked by no form.</summary>
    /// <param name="overview">The credential.</param>
    /// <param name="steps">What the verification did.</param>
    public static IReadOnlyList<string> Of(Overview overview, IReadOnlyList<VerificationStep> steps)
    {
        VerificationStep[] fillings = [.. steps.Where(step => step.Stage == VerificationStage.Filling)];
        if (fillings.Length == 0)
        {
            return [];
        }

        string[] sites = [.. overview.SignInOrigins.Except(fillings.Select(step => step.Site).OfType<string>(), StringComparer.Ordinal)];
        string[] fields = [.. (overview.Fields ?? []).Where(name => !fillings.Any(step => step.Fields.Contains(FieldName.Further(name), StringComparer.Ordinal)))];
        List<string> sentences = [];
        if (sites.Length > 0)
        {
            sentences.Add($"Not tried: {string.Join(", ", sites.Select(VerificationWords.SiteName))}.");
        }

        if (fields.Length > 0)
        {
            sentences.Add($"The site did not ask for: {string.Join(", ", fields)}.");
        }

        return sentences;
    }
}
