using System.Globalization;

namespace CredentialVault.Cli.Terminal;

/// <summary>Moments as an owner reads them.</summary>
internal static class LocalTime
{
    /// <summary>In the time zone of this machine, to the second; <c>never</c> for none.</summary>
    public static string Of(DateTimeOffset? moment) => moment?.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "never";
}
