namespace CredentialVault.Testing.FullPower;

/// <summary>Which channel a message came by.</summary>
internal static class Channels
{
    public static Channel Of(DevToolsMessage message, AttachedTarget? target)
    {
        var worker = target is { IsPage: false };
        return message.Method switch
        {
            "Fetch.requestPaused" => Channel.PausedRequest,
            "Network.getResponseBody" or "Network.getRequestPostData" => Channel.Body,
            "Runtime.consoleAPICalled" or "Runtime.exceptionThrown" or "Log.entryAdded" => Channel.Console,
            "Runtime.bindingCalled" => worker ? Channel.WorkerHook : Channel.PageHook,
            "Runtime.evaluate" => worker ? Channel.WorkerPoll : Channel.PagePoll,
            "Storage.getCookies" => Channel.Cookies,
            "DOMSnapshot.captureSnapshot" => Channel.DomSnapshot,
            "Page.captureSnapshot" => Channel.PageArchive,
            "Page.captureScreenshot" => Channel.Screenshot,
            "Tracing.dataCollected" => Channel.Trace,
            _ when message.Method.StartsWith("Network.", StringComparison.Ordinal) => Channel.Network,
            _ => Channel.Other,
        };
    }
}
