using DetectorScore;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

if (args is not [var corpus, var detector, ..] || !File.Exists(Path.Combine(corpus, "labels.json")))
{
    await Console.Error.WriteLineAsync("usage: DetectorScore CORPUS_DIR DETECTOR_JS [--details]");
    return 2;
}

var pages = await LabelledPage.ReadAllAsync(Path.Combine(corpus, "labels.json"));

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
await using var site = builder.Build();
site.Urls.Add("http://127.0.0.1:0");
site.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Path.GetFullPath(corpus)), ServeUnknownFileTypes = true });
await site.StartAsync();

var seen = await PageReader.ReadAsync(new Uri(site.Urls.First()), await File.ReadAllTextAsync(detector), pages);
var score = Score.Of(pages, seen);
score.Print(Console.Out);
if (args.Contains("--details", StringComparer.Ordinal))
{
    score.PrintMisses(Console.Out);
}

return 0;
