using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using CredentialVault.Secrets;

namespace CredentialVault.SignIn.DevTools;

/// <summary>Running JavaScript. The domain is never enabled, since a page could tell.</summary>
internal static class RuntimeDomain
{
    /// <summary>Lets a target go on that was held at its start.</summary>
    public static Task LetGoAsync(this DevToolsSession session, CancellationToken cancel) => session.CallAsync("Runtime.runIfWaitingForDebugger", cancel);

    /// <summary>Evaluates an expression in an execution context.</summary>
    /// <returns>A handle of the object it gives.</returns>
    /// <exception cref="DevToolsException">It threw, or gave no object.</exception>
    public static async Task<string> EvaluateToHandleAsync(this DevToolsSession session, int context, string expression, CancellationToken cancel)
    {
        var evaluated = await session.CallAsync("Runtime.evaluate", new(expression, context), RuntimeJson.Default.Evaluation, RuntimeJson.Default.Evaluated, cancel);
        return evaluated is { ExceptionDetails: null, Result.ObjectId: { } handle } ? handle : throw new DevToolsException("The script gave no object.");
    }

    /// <summary>Calls a function with an object as <c>this</c>, in that object's own world.</summary>
    /// <param name="session">The session.</param>
    /// <param name="handle">The object.</param>
    /// <param name="function">The function's text.</param>
    /// <param name="arguments">Arguments without secrets.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>What it gives, as JSON.</returns>
    /// <exception cref="DevToolsException">It threw, or its document is gone.</exception>
    public static async Task<JsonElement> CallOnAsync(this DevToolsSession session, string handle, string function, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var call = new FunctionCall(handle, function, [.. arguments.Select(argument => new CallArgument(argument))], ReturnByValue: true, AwaitPromise: true, UserGesture: true);
        var evaluated = await session.CallAsync("Runtime.callFunctionOn", call, RuntimeJson.Default.FunctionCall, RuntimeJson.Default.Evaluated, cancel);
        return ValueOf(evaluated);
    }

    /// <summary>Calls a function whose last argument is a secret. The text that carries it is wiped as soon as it is sent.</summary>
    /// <param name="session">The session.</param>
    /// <param name="handle">The object.</param>
    /// <param name="function">The function's text.</param>
    /// <param name="arguments">The arguments before it.</param>
    /// <param name="secret">The last argument.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="DevToolsException">It threw, or its document is gone.</exception>
    public static async Task<JsonElement> CallWithSecretAsync(
        this DevToolsSession session, string handle, string function, IReadOnlyList<string> arguments, Secret secret, CancellationToken cancel)
    {
        var call = new FunctionCall(handle, function, [.. arguments.Select(argument => new CallArgument(argument))], ReturnByValue: true, AwaitPromise: false, UserGesture: true);
        var parameters = SecretArgument.Append(JsonSerializer.SerializeToUtf8Bytes(call, RuntimeJson.Default.FunctionCall), secret);
        try
        {
            var result = await session.CallAsync("Runtime.callFunctionOn", parameters, cancel);
            return ValueOf(result.Deserialize(RuntimeJson.Default.Evaluated)!);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(parameters);
        }
    }

    private static JsonElement ValueOf(Evaluated evaluated) =>
        evaluated is { ExceptionDetails: null, Result.Value: { } value } ? value : throw new DevToolsException("The script failed.");
}

internal sealed record Evaluation(string Expression, int ContextId);

/// <remarks>Arguments come last: a secret one is put in at the end of the text.</remarks>
internal sealed record FunctionCall(
    string ObjectId,
    string FunctionDeclaration,
    [property: JsonPropertyOrder(1)] IReadOnlyList<CallArgument> Arguments,
    bool ReturnByValue,
    bool AwaitPromise,
    bool UserGesture);

internal sealed record CallArgument(string Value);

internal sealed record Evaluated(RemoteObject Result, JsonElement? ExceptionDetails);

internal sealed record RemoteObject(string? ObjectId, JsonElement? Value);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Evaluation))]
[JsonSerializable(typeof(FunctionCall))]
[JsonSerializable(typeof(Evaluated))]
internal sealed partial class RuntimeJson : JsonSerializerContext;
