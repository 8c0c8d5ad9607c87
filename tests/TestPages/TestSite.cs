using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace TestPages;

/// <summary>A site of the server: an account, a sign-in page of one kind, and pages behind it.</summary>
public sealed class TestSite
{
    private readonly ConcurrentQueue<Arrival> _arrivals = new();
    private readonly ConcurrentQueue<Given> _furtherArrivals = new();
    private readonly ConcurrentQueue<string> _texts = new();
    private readonly ConcurrentQueue<string> _cookies = new();
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, byte>> _visits = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Given> _confirmations = new();
    private readonly ConcurrentDictionary<string, byte> _devices = new(StringComparer.Ordinal);

    /// <summary>Whether each is fresh enough for the safe.</summary>
    private readonly ConcurrentDictionary<string, bool> _sessions = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _lateAnswer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal TestSite(string name, string page, string scheme, int port, Account account)
    {
        Name = name;
        Page = page;
        Address = new UriBuilder(scheme, $"{name}.localhost", port).Uri;
        Account = account;
    }

    /// <summary>The site's own part of its host name.</summary>
    public string Name { get; }

    /// <summary>The kind of its sign-in page: a file in <c>sites</c> or <c>hostile</c>.</summary>
    public string Page { get; }

    /// <summary>Its address, as in <c>http://form-post.localhost:5080/</c>.</summary>
    public Uri Address { get; }

    /// <summary>Its origin, without a slash at the end.</summary>
    public string Origin => Address.GetLeftPart(UriPartial.Authority);

    /// <summary>Where one gets signed in only.</summary>
    public Uri Desk => new(Address, "/desk");

    /// <summary>Its account.</summary>
    public Account Account { get; }

    /// <summary>Whether a page of its own is served at <c>/</c> to everybody, as single-page applications do.</summary>
    public bool OpenToAll { get; init; }

    /// <summary>Where it keeps the session of who is signed in.</summary>
    public SessionPlace SessionPlace { get; init; }

    /// <summary>Whether it asks to sign in at the address that was asked for, and leads nowhere else.</summary>
    public bool AsksInPlace { get; init; }

    /// <summary>Whether no page of it offers to sign out.</summary>
    public bool HidesWayOut { get; set; }

    /// <summary>Whether it shows nothing for six seconds to whoever is signed in, and then no way out.</summary>
    public bool LoadsSlowly { get; set; }

    /// <summary>Whether it leads who is signed in on from its desk to a view below that.</summary>
    public bool LeadsOnToView { get; set; }

    /// <summary>Whether it puts the password that was sent into a cookie.</summary>
    public bool ReflectsPassword { get; init; }

    /// <summary>What it sets besides a session that is a cookie, as values of <c>Set-Cookie</c>.</summary>
    public IReadOnlyList<string> FurtherCookies { get; init; } = [];

    /// <summary>What <c>Cookie</c> said each time that somebody who is signed in asked for a page, oldest first.</summary>
    public IReadOnlyList<string> CookiesOfVisitors => [.. _cookies];

    /// <summary>What it asks for beside username, password and code: the right value of the field <c>further</c>, or null. Its step comes before the code's.</summary>
    public string? Further { get; init; }

    /// <summary>What arrived in the field <c>further</c>, oldest first; attempts without it are left out.</summary>
    public IReadOnlyList<Given> FurtherArrivals => [.. _furtherArrivals];

    /// <summary>The attempts to sign in that arrived, oldest first.</summary>
    public IReadOnlyList<Arrival> Arrivals => [.. _arrivals];

    /// <summary>Every address and body that arrived, whatever it was; may hold secrets, so never to be printed.</summary>
    public IReadOnlyList<string> Texts => [.. _texts];

    /// <summary>Whether its answers have statuses that say something else: 401 to a right password, 200 to a wrong one, 302 to a wrong code.</summary>
    public bool Misleads { get; set; }

    /// <summary>Whether it answers whoever signs in that it cannot, and judges nothing.</summary>
    public bool Fails { get; set; }

    /// <summary>Whether its safe takes only a password that was given once more within the session, and not one that began it.</summary>
    public bool ConfirmsWithin { get; set; }

    /// <summary>What arrived where it asked for the password once more, oldest first.</summary>
    public IReadOnlyList<Given> Confirmations => [.. _confirmations];

    /// <summary>How many browsers it was told to know again, which it asks for no code then.</summary>
    public int KnownDevices => _devices.Count;

    /// <summary>Signs everybody out on the server.</summary>
    public void EndSessions() => _sessions.Clear();

    /// <summary>From now on everybody is asked for the password once more at its safe.</summary>
    public void LetSessionsAge()
    {
        foreach (var session in _sessions.Keys)
        {
            _sessions[session] = false;
        }
    }

    /// <summary>Answers what was asked of <c>/late</c>, each time with a cookie that replaces the session.</summary>
    public void AnswerLate() => _lateAnswer.TrySetResult();

    /// <summary>Done when <c>/late</c> is to be answered.</summary>
    internal Task LateAnswer => _lateAnswer.Task;

    internal void Hear(string text) => _texts.Enqueue(text);

    internal void Welcome(string cookies) => _cookies.Enqueue(cookies);

    internal bool IsSignedIn(string? session) => session is not null && _sessions.ContainsKey(session);

    internal bool IsFresh(string? session) => session is not null && _sessions.GetValueOrDefault(session);

    /// <summary>Takes the password once more.</summary>
    internal void Confirm(string session, string? password)
    {
        var given = Account.JudgePassword(password);
        _confirmations.Enqueue(given);
        _sessions.TryUpdate(session, given == Given.Right, comparisonValue: false);
    }

    internal void SignOut(string? session) => _sessions.TryRemove(session ?? "", out _);

    /// <summary>Knows a browser again from now on.</summary>
    /// <returns>What it is known by.</returns>
    internal string KnowDevice()
    {
        var device = RandomNumberGenerator.GetHexString(16);
        _devices.TryAdd(device, 0);
        return device;
    }

    /// <summary>Takes what arrived.</summary>
    /// <param name="visit">Whose.</param>
    /// <param name="values">What.</param>
    /// <param name="device">What the browser says that it is known by, or null.</param>
    /// <returns>Whether something was rejected, and the new session when nothing is left to be asked for.</returns>
    internal (bool Rejected, string? Session) SignIn(string visit, IReadOnlyDictionary<string, string> values, string? device = null)
    {
        var arrival = new Arrival(
            Account.JudgeUsername(values.GetValueOrDefault("username")),
            values.TryGetValue("passwordHash", out var hash) ? Account.JudgeHash(hash) : Account.JudgePassword(values.GetValueOrDefault("password")),
            Account.JudgeCode(values.GetValueOrDefault("code")));
        _arrivals.Enqueue(arrival);
        var known = _visits.GetOrAdd(visit, _ => new(StringComparer.Ordinal));
        var further = Further is null ? Given.Absent : Account.Judge(values.GetValueOrDefault("further"), Further);
        if (further != Given.Absent)
        {
            _furtherArrivals.Enqueue(further);
        }

        (string Field, Given Given)[] judged = [("username", arrival.Username), ("password", arrival.Password), ("further", further), ("code", arrival.Code)];
        foreach (var (field, _) in judged.Where(one => one.Given == Given.Right))
        {
            known.TryAdd(field, 0);
        }

        if (judged.Any(one => one.Given is Given.Wrong or Given.Empty))
        {
            return (true, null);
        }

        if (_devices.ContainsKey(device ?? ""))
        {
            known.TryAdd("code", 0);
        }

        if (NextStep(visit) is not null)
        {
            return (false, null);
        }

        _visits.TryRemove(visit, out _);
        var session = RandomNumberGenerator.GetHexString(32);
        _sessions.TryAdd(session, !ConfirmsWithin);
        return (false, session);
    }

    private IEnumerable<string> Wanted => Account.Wanted.SelectMany(one => one == "password" && Further is not null ? [one, "further"] : (string[])[one]);

    /// <summary>What is to be asked for next in a visit: <c>username</c>, <c>password</c>, <c>further</c>, <c>code</c>, or null when nothing is.</summary>
    internal string? NextStep(string? visit) =>
        Wanted.FirstOrDefault(field => !_visits.TryGetValue(visit ?? "", out var known) || !known.ContainsKey(field));
}
