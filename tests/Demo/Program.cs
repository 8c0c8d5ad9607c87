using Demo;
using SampleSite;

var (name, fill) = ("harbour", "isolated");
for (var index = 0; index < args.Length; index += 2)
{
    switch (args[index..])
    {
        case ["--style", var given, ..]:
            name = given;
            break;
        case ["--fill", "isolated" or "in-page", ..]:
            fill = args[index + 1];
            break;
        default:
            name = "";
            break;
    }
}

if (SiteStyle.Named(name) is not { } style)
{
    await Console.Error.WriteLineAsync("demo: [--style harbour|hafen] [--fill isolated|in-page]");
    return 2;
}

return await Story.RunAsync(style, fill) ? 0 : 1;
