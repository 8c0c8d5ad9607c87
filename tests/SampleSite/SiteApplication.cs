using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SampleSite.Accounts;
using SampleSite.Data;

namespace SampleSite;

/// <summary>Puts the web application together.</summary>
internal static class SiteApplication
{
    /// <summary>The application, not yet started.</summary>
    /// <param name="options">How the site is set up.</param>
    public static WebApplication Build(SiteOptions options)
    {
        Directory.CreateDirectory(options.DataDirectory);

        // The name finds the pages when a test process hosts the site.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Site).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // It warns that its keys are not encrypted; they guard nothing but invented orders.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // It logs what the caller gets as an exception anyway.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);

        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(options.Style);
        AddAccounts(builder.Services, options);
        builder.Services.AddRazorPages(pages => AddPages(pages.Conventions, options.Style));

        var application = builder.Build();
        application.Use(SendOnlyOurOwnAsync);
        application.UseAuthentication();
        application.UseAuthorization();
        application.MapRazorPages();
        application.MapGet("/assets/{name}", SendAsset);
        return application;
    }

    private static void AddAccounts(IServiceCollection services, SiteOptions options)
    {
        var sessions = new ServerSessions();
        services.AddSingleton(sessions);
        services.AddSingleton<SignInAttempts>();

        services.AddDataProtection()
            .SetApplicationName("order-desk")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.DataDirectory, "keys")));

        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(options.DataDirectory, "site.db") };
        services.AddDbContext<SiteDatabase>(database => database.UseSqlite(
            file.ConnectionString,
            sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)));

        services.AddSingleton(options.Style.AccountErrors);
        services.AddIdentity<IdentityUser, IdentityRole>(identity => identity.User.RequireUniqueEmail = true)
            .AddEntityFrameworkStores<SiteDatabase>()
            .AddDefaultTokenProviders();

        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = Site.SessionCookieName;
            cookie.SessionStore = sessions;
            cookie.LoginPath = "/" + options.Style.Paths["/Account/SignIn"];
            cookie.LogoutPath = "/" + options.Style.Paths["/Account/SignOut"];
            cookie.ReturnUrlParameter = options.Style.ReturnParameter;
        });
    }

    private static void AddPages(PageConventionCollection pages, SiteStyle style)
    {
        pages.AuthorizeFolder("/Orders");
        pages.AuthorizePage("/Account/Index");
        pages.AuthorizePage("/Account/ChangePassword");
        pages.AuthorizePage("/Account/TwoFactorSetUp");
        pages.AddFolderRouteModelConvention("/", page =>
        {
            page.Selectors.Clear();
            if (style.Paths.TryGetValue(page.ViewEnginePath, out var path))
            {
                page.Selectors.Add(new SelectorModel { AttributeRouteModel = new AttributeRouteModel { Template = path } });
            }
        });
    }

    private static Task SendOnlyOurOwnAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'self'; form-action 'self'; frame-ancestors 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return next(context);
    }

    private static IResult SendAsset(string name)
    {
        var type = Path.GetExtension(name) switch { ".css" => "text/css", ".js" => "text/javascript", _ => "image/svg+xml" };
        return typeof(Site).Assembly.GetManifestResourceStream(name) is { } asset
            ? Results.Stream(asset, type)
            : Results.NotFound();
    }
}
