using Demo;
using SampleSite;

var name = args is ["--style", var given] ? given : args.Length == 0 ? "harbour" : "";
if (SiteStyle.Named(name) is not { } style)
{
    await Console.Error.WriteLineAsync("demo: --style harbour (English, the default) or --style hafen (German, other paths and field names)");
    return 2;
}

return await Story.RunAsync(style) ? 0 : 1;
