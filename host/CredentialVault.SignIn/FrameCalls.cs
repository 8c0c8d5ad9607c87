using System.Text.Json;
using CredentialVault.Credentials;
using CredentialVault.SignIn.DevTools;

namespace CredentialVault.SignIn;

/// <summary>
/// What is pressed and asked for in one document, by the functions of <c>page.js</c>. A document that goes elsewhere meanwhile
/// has been left, which is no error.
/// </summary>
/// <param name="look">The frame, as it was just seen.</param>
internal sealed class FrameCalls(FrameLook look)
{
    /// <summary>Presses what leads to a sign-in form, if that is at one of the origins.</summary>
    /// <param name="origins">Where links may lead.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <returns>False when there are several, which lead to different pages: none was pressed.</returns>
    public async Task<bool> GoInAsync(IReadOnlyList<string> origins, CancellationToken cancel)
    {
        const string GoIn = "function (...origins) { return this.goIn(...origins); }";
        return await CallAsync(GoIn, [look.Report.Origin, .. origins], cancel) is not { } answer || answer.GetString() != "several";
    }

    /// <summary>Presses a way on, unless it leads away from the origins.</summary>
    /// <param name="way">See <see cref="WayOn"/>.</param>
    /// <param name="name">The account's name where accounts are to be chosen from, else empty.</param>
    /// <param name="origins">Where links may lead.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <returns>Whether it was pressed.</returns>
    public async Task<bool> PressAsync(string way, string name, IReadOnlyList<string> origins, CancellationToken cancel)
    {
        const string Press = "function (...call) { return this.press(...call); }";
        return await CallAsync(Press, [look.Report.Origin, way, name, .. origins], cancel) is not { } answer || answer.GetString() == "pressed";
    }

    /// <summary>Opens the next menu that is folded away, each once.</summary>
    /// <param name="cancel">Ends the call.</param>
    /// <returns>False when there is none.</returns>
    public async Task<bool> OpenMenuAsync(CancellationToken cancel)
    {
        const string OpenMenu = "function (origin) { return this.openMenu(origin); }";
        return await CallAsync(OpenMenu, [look.Report.Origin], cancel) is { } answer && answer.GetString() == "opened";
    }

    /// <summary>Those of the fields that the form has a place for.</summary>
    /// <param name="fields">See <see cref="FieldName"/>; only the further ones are asked for.</param>
    /// <param name="cancel">Ends the call.</param>
    public async Task<IReadOnlyList<string>> PlacedAsync(IReadOnlyList<string> fields, CancellationToken cancel)
    {
        const string Placed = "function (...fields) { return this.placed(...fields); }";
        if (!fields.Any(field => FieldName.NameOfFurther(field) is not null))
        {
            return fields;
        }

        var placed = (await CallAsync(Placed, fields, cancel))?.Deserialize(FrameReportJson.Default.IReadOnlyListString) ?? [];
        return [.. fields.Where(field => placed.Contains(field, StringComparer.Ordinal))];
    }

    /// <summary>Whether the document is what was asked for: no error of the server, which asks for nothing either, and not still empty.</summary>
    /// <param name="cancel">Ends the call.</param>
    public async Task<bool> IsAnswerAsync(CancellationToken cancel)
    {
        const string IsAnswer = "function () { return this.isAnswer(); }";
        return await CallAsync(IsAnswer, [], cancel) is { } answer && answer.GetBoolean();
    }

    /// <summary>The whole address.</summary>
    /// <param name="cancel">Ends the call.</param>
    /// <returns>Null when it is gone.</returns>
    public async Task<string?> AddressAsync(CancellationToken cancel)
    {
        const string Address = "function () { return this.address(); }";
        return (await CallAsync(Address, [], cancel))?.GetString();
    }

    private async Task<JsonElement?> CallAsync(string function, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        try
        {
            return await look.World.Session.CallOnAsync(look.World.Handle, function, arguments, cancel);
        }
        catch (DevToolsException)
        {
            return null;
        }
    }
}
