using System.Buffers;
using System.Collections.Concurrent;
using CredentialVault.Testing.AgentsEye;

namespace CredentialVault.Testing.FullPower;

/// <summary>How much came by a channel.</summary>
/// <param name="Messages">How many messages.</param>
/// <param name="Characters">Their length in all.</param>
public sealed record Volume(int Messages, long Characters);

/// <summary>A secret in something that was captured.</summary>
/// <param name="Secret">Which secret, by name.</param>
/// <param name="Channel">By which channel.</param>
/// <param name="Times">In how many messages.</param>
public sealed record CapturedHit(string Secret, Channel Channel, int Times);

/// <summary>Searches everything the moment it comes, since a browser's memory and traffic are too much to keep.</summary>
internal sealed class Capture
{
    /// <summary>Longer than any form of a secret: one that is cut in two by a boundary of pieces is still found.</summary>
    private const int Overlap = 1024;

    private readonly (string Name, SearchValues<string> Forms)[] _secrets;
    private readonly IReadOnlyCollection<PossibleCode> _codes;
    private readonly SearchValues<string> _anyCode;
    private readonly ConcurrentDictionary<(PossibleCode Code, Channel Channel), int> _codeHits = new();
    private readonly ConcurrentDictionary<Channel, Volume> _volumes = new();
    private readonly ConcurrentDictionary<(string Secret, Channel Channel), int> _hits = new();
    private readonly ConcurrentDictionary<string, string> _ends = new(StringComparer.Ordinal);

    /// <summary>Prepares the search.</summary>
    /// <param name="secrets">Secrets by the name that a report calls them by.</param>
    /// <param name="codes">One-time codes; each is looked for as a whole value, since six digits stand in any long text.</param>
    public Capture(IReadOnlyDictionary<string, string> secrets, IReadOnlyCollection<PossibleCode> codes)
    {
        _secrets = [.. secrets.Select(secret => (secret.Key, Search(SecretForms.Of(secret.Value))))];
        _codes = codes;
        _anyCode = Search(codes.SelectMany(code => WholeValues(code.Code)));
    }

    public IReadOnlyDictionary<Channel, Volume> Volumes => _volumes;

    /// <summary>What was found. A memory holds hundreds of whole numbers of six digits; one that is a code of a time to come is none.</summary>
    public IReadOnlyList<CapturedHit> Hits =>
    [
        .. _hits.Select(hit => new CapturedHit(hit.Key.Secret, hit.Key.Channel, hit.Value)),
        .. _codeHits.Where(hit => hit.Key.Code.NotBefore <= DateTime.UtcNow)
            .GroupBy(hit => hit.Key.Channel, (channel, hits) => new CapturedHit("code", channel, hits.Sum(hit => hit.Value))),
    ];

    public void Take(Channel channel, string text)
    {
        _volumes.AddOrUpdate(channel, new Volume(1, text.Length), (_, sum) => new Volume(sum.Messages + 1, sum.Characters + text.Length));
        if (channel == Channel.Screenshot)
        {
            return;
        }

        foreach (var (name, forms) in _secrets)
        {
            if (text.AsSpan().ContainsAny(forms))
            {
                _hits.AddOrUpdate((name, channel), 1, (_, times) => times + 1);
            }
        }

        if (text.AsSpan().ContainsAny(_anyCode))
        {
            foreach (var code in _codes.Where(code => WholeValues(code.Code).Any(form => text.Contains(form, StringComparison.Ordinal))))
            {
                _codeHits.AddOrUpdate((code, channel), 1, (_, times) => times + 1);
            }
        }
    }

    /// <summary>Takes a piece of a longer text.</summary>
    public void TakePiece(Channel channel, string stream, string piece)
    {
        var joined = _ends.GetValueOrDefault(stream, "") + piece;
        _ends[stream] = joined[Math.Max(0, joined.Length - Overlap)..];
        Take(channel, joined);
    }

    private static SearchValues<string> Search(IEnumerable<string> forms) => SearchValues.Create([.. forms], StringComparison.Ordinal);

    private static IEnumerable<string> WholeValues(string code)
    {
        // JSON, JSON within JSON, form posts, attributes and text of a document.
        yield return $"\"{code}\"";
        yield return $"\"{code}\\";
        yield return $"={code}&";
        yield return $"={code}\"";
        yield return $"={code}\\";
        yield return $">{code}<";
    }
}
