namespace CredentialVault.Testing.FullPower;

/// <summary>What an agent with full power takes in.</summary>
public enum Channel
{
    /// <summary>Requests and responses with headers, cookies and what was posted, of every target.</summary>
    Network,

    /// <summary>Requests that were held on their way and let go.</summary>
    PausedRequest,

    /// <summary>Bodies of requests and responses.</summary>
    Body,

    /// <summary>Console, exceptions and logs of every target.</summary>
    Console,

    /// <summary>What scripts in every world of every page tell: value setters, input, keys, submits, fetch, storage.</summary>
    PageHook,

    /// <summary>What a script in the extension's worker tells: native messages both ways, messages to pages, decryptions.</summary>
    WorkerHook,

    /// <summary>Values of all fields, with storage and cookies, asked again and again in every world of every page.</summary>
    PagePoll,

    /// <summary>Globals, storage and cookies of the extension, asked again and again in its worker.</summary>
    WorkerPoll,

    /// <summary>All cookies of the browser.</summary>
    Cookies,

    /// <summary>Snapshots of the document with layout and field values.</summary>
    DomSnapshot,

    /// <summary>The page as an archive.</summary>
    PageArchive,

    /// <summary>Pictures, which are taken and not searched.</summary>
    Screenshot,

    /// <summary>The browser's trace, with its network log.</summary>
    Trace,

    /// <summary>The memory of pages and of the extension's worker.</summary>
    Heap,

    /// <summary>Every other message.</summary>
    Other,
}

/// <summary>Words for channels.</summary>
public static class ChannelNames
{
    /// <summary>A channel as a report names it.</summary>
    /// <param name="channel">The channel.</param>
    public static string Name(this Channel channel) => channel switch
    {
        Channel.Network => "network events",
        Channel.PausedRequest => "requests held and let go",
        Channel.Body => "request and response bodies",
        Channel.Console => "console and logs",
        Channel.PageHook => "hooks in every world of the page",
        Channel.WorkerHook => "hooks in the extension's worker",
        Channel.PagePoll => "polls of fields and storage",
        Channel.WorkerPoll => "polls of the extension's worker",
        Channel.Cookies => "cookie listings",
        Channel.DomSnapshot => "DOM snapshots",
        Channel.PageArchive => "page archives",
        Channel.Screenshot => "screenshots",
        Channel.Trace => "trace with network log",
        Channel.Heap => "heap snapshots, in pieces",
        _ => "other DevTools messages",
    };
}
