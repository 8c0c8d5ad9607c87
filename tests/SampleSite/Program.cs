using SampleSite;

var arguments = new ConfigurationBuilder().AddCommandLine(args).Build();

if (SiteStyle.Named(arguments["style"] ?? "harbour") is not { } style)
{
    await Console.Error.WriteLineAsync("--style is harbour or hafen.");
    return 2;
}

try
{
    await using var site = await Site.StartAsync(new SiteOptions
    {
        Style = style,
        DataDirectory = arguments["data"] ?? Path.Combine(Path.GetTempPath(), $"{style.Name}-site"),
        Port = arguments.GetValue("port", 0),
        Host = arguments["host"],
        Code = arguments.GetValue("code", CodePlacement.OwnPage),
        ReturnToHome = arguments.GetValue("return-to-home", false),
    });

    Console.WriteLine($"{style.Brand} is at {site.Address}");
    await site.WaitForShutdownAsync();
    return 0;
}
catch (Exception problem) when (problem is IOException or InvalidOperationException)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
