using System.Globalization;
using System.Security.Cryptography;
using OtpNet;

namespace CredentialVault.AppTests.Applications;

/// <summary>Django's admin with django-otp: it asks for username, password and code in one form.</summary>
public sealed class DjangoAdmin : IApplication
{
    /// <summary>Debian's own, since its packages are for no other.</summary>
    private const string Python = "/usr/bin/python3";

    private const int SeedBytes = 20;

    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("credential-vault-django-");
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(SeedBytes);
    private ServerProcess? _server;

    private DjangoAdmin()
    {
    }

    public string Origin { get; } = $"http://127.0.0.1:{ServerProcess.FreePort().ToString(CultureInfo.InvariantCulture)}";

    public string SignInAddress => $"{Origin}/admin/";

    public string Username => "purser";

    public string Password { get; } = $"Aa1!{RandomNumberGenerator.GetHexString(20)}";

    public string Seed => Base32Encoding.ToString(_key);

    private static string Files { get; } = InstalledApplications.Files("django");

    private Dictionary<string, string> Environment => new(StringComparer.Ordinal)
    {
        ["PYTHONPATH"] = Files,
        ["PYTHONDONTWRITEBYTECODE"] = "1",
        ["DJANGO_SETTINGS_MODULE"] = "settings",
        ["APP_DATABASE"] = Path.Combine(_state.FullName, "desk.sqlite3"),
        ["APP_SECRET_KEY"] = Convert.ToHexString(_key),
        ["APP_USERNAME"] = Username,
        ["APP_PASSWORD"] = Password,
        ["APP_TOTP_KEY"] = Convert.ToHexStringLower(_key),
    };

    /// <summary>Starts it with an account and its authenticator.</summary>
    public static async Task<DjangoAdmin> StartAsync()
    {
        var application = new DjangoAdmin();
        try
        {
            await application.SetUpAsync();
            return application;
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    /// <summary>The administrator has bound it already.</summary>
    /// <param name="code">Is not asked for.</param>
    public Task BindAuthenticatorAsync(Func<Task<string>> code) => Task.CompletedTask;

    public Task EndSessionsAsync() => ShellAsync("from django.contrib.sessions.models import Session; Session.objects.all().delete()");

    public ValueTask DisposeAsync()
    {
        _server?.Dispose();
        _state.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task SetUpAsync()
    {
        await ServerProcess.RunAsync(Python, ["-m", "django", "migrate"], Environment, _state.FullName);
        await ShellAsync(await File.ReadAllTextAsync(Path.Combine(Files, "account.py")));
        _server = await ServerProcess.StartAsync(
            Python, ["-m", "django", "runserver", "--noreload", new Uri(Origin).Authority], Environment, _state.FullName, new Uri(SignInAddress));
    }

    private Task ShellAsync(string script) => ServerProcess.RunAsync(Python, ["-m", "django", "shell"], Environment, _state.FullName, script);
}
