using System.Globalization;
using System.Text;
using System.Text.Json;
using CredentialVault.Secrets;
using CredentialVault.SignIn.DevTools;

namespace CredentialVault.SignIn;

/// <summary>
/// Puts values into the fields of one document. Each goes into the element that the detector finds in the same moment,
/// never to where the focus happens to be.
/// </summary>
/// <param name="look">The frame, as it was just seen.</param>
/// <param name="origins">Where the form may be sent.</param>
internal sealed class FieldTyping(FrameLook look, IReadOnlyList<string> origins)
{
    private const int SubmitTries = 10;

    /// <summary>A page that does not answer in this time has a script that never ends.</summary>
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan SubmitPause = TimeSpan.FromMilliseconds(100);

    private readonly List<string> _typed = [];

    /// <summary>Whether the form, or its document, was not there any more at the last call.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Ticks the box by which the site is to know the browser again, if the form has one.</summary>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Whether there is one and it is ticked.</returns>
    public async Task<bool> RememberDeviceAsync(CancellationToken cancel)
    {
        const string Tick = "function (...call) { return this.rememberDevice(...call); }";
        return await AnswerAsync(limit => look.World.Session.CallOnAsync(look.World.Handle, Tick, [look.Report.Origin], limit), cancel) == "ticked";
    }

    /// <summary>Types a value.</summary>
    /// <param name="field">See <see cref="Credentials.FieldName"/>.</param>
    /// <param name="value">The value; it stays the caller's.</param>
    /// <param name="isName">Whether the field may change how the value is written.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Whether the field holds it now.</returns>
    public async Task<bool> TypeAsync(string field, Secret value, bool isName, CancellationToken cancel)
    {
        _typed.Add(isName ? field + "=" : string.Create(CultureInfo.InvariantCulture, $"{field}={Encoding.UTF8.GetCharCount(value.Utf8)}"));
        const string Type = "function (...call) { return this.type(...call); }";
        var (world, origin) = (look.World, look.Report.Origin);
        return await AnswerAsync(limit => world.Session.CallWithSecretAsync(world.Handle, Type, [origin, field], value, limit), cancel) == "typed";
    }

    /// <summary>Submits the form, if every field still holds as much as was typed.</summary>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Whether it was submitted, by this or by the page itself.</returns>
    public async Task<bool> SubmitAsync(CancellationToken cancel)
    {
        const string Submit = "function (...call) { return this.submit(...call); }";
        for (var tries = 1; ; tries++)
        {
            var answer = await AnswerAsync(limit => look.World.Session.CallOnAsync(look.World.Handle, Submit, [look.Report.Origin, string.Join(' ', origins), .. _typed], limit), cancel);
            switch (answer)
            {
                case "submitted":
                    return true;
                case "press-enter":
                    await look.World.Session.PressEnterAsync(cancel);
                    return true;
                case "not-ready" when tries < SubmitTries:
                    await Task.Delay(SubmitPause, cancel);
                    break;
                default:
                    return false;
            }
        }
    }

    /// <summary>What the document answered; nothing when it is gone or does not answer.</summary>
    private async Task<string?> AnswerAsync(Func<CancellationToken, Task<JsonElement>> call, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(AnswerTime);
        try
        {
            var answer = (await call(limit.Token)).GetString();
            IsGone = answer == "gone";
            return answer;
        }
        catch (Exception none) when (none is DevToolsException || (none is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            IsGone = none is DevToolsException;
            return null;
        }
    }
}
