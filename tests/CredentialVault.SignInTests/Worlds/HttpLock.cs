using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace CredentialVault.SignInTests.Worlds;

/// <summary>Locks pages by HTTP itself, with Basic (RFC 7617) or Digest (RFC 7616).</summary>
/// <param name="scheme"><c>Basic</c> or <c>Digest</c>.</param>
/// <param name="realm">What it calls the place.</param>
/// <param name="password">What opens it.</param>
/// <param name="silent">Whether it says nothing else.</param>
internal sealed partial class HttpLock(string scheme, string realm, string password, bool silent = false)
{
    private readonly string _nonce = RandomNumberGenerator.GetHexString(32);

    /// <summary>Whether each answer that came was right, oldest first.</summary>
    public ConcurrentQueue<bool> Answers { get; } = new();

    /// <summary>Whether a request has the key.</summary>
    public bool Opens(HttpRequest request)
    {
        var given = request.Headers.Authorization.ToString();
        if (!given.StartsWith(scheme + " ", StringComparison.Ordinal))
        {
            return false;
        }

        var right = scheme == "Basic"
            ? Encoding.UTF8.GetString(Convert.FromBase64String(given[6..])) == $"{OwnersVault.Username}:{password}"
            : IsDigest(Pairs().Matches(given).ToDictionary(pair => pair.Groups["name"].Value, pair => pair.Groups["value"].Value.Trim('"'), StringComparer.Ordinal), request.Method);
        Answers.Enqueue(right);
        return right;
    }

    /// <summary>Says that a key is needed.</summary>
    public IResult Ask(HttpResponse response)
    {
        response.Headers.WWWAuthenticate = scheme == "Basic"
            ? $"Basic realm=\"{realm}\", charset=\"UTF-8\""
            : $"Digest realm=\"{realm}\", qop=\"auth\", algorithm=SHA-256, nonce=\"{_nonce}\"";
        response.StatusCode = StatusCodes.Status401Unauthorized;
        return silent ? Results.Empty : SmallSite.Page("<h1>Unauthorized</h1>");
    }

    /// <summary>RFC 7616 section 3.4.1.</summary>
    private bool IsDigest(Dictionary<string, string> of, string method) =>
        of["nonce"] == _nonce && of["realm"] == realm && of["username"] == OwnersVault.Username
        && of["response"] == Hash($"{Hash($"{OwnersVault.Username}:{realm}:{password}")}:{_nonce}:{of["nc"]}:{of["cnonce"]}:auth:{Hash($"{method}:{of["uri"]}")}");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("""(?<name>\w+)=(?<value>"[^"]*"|[^,\s]+)""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pairs();
}
