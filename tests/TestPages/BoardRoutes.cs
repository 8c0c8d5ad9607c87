using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace TestPages;

/// <summary>A notice board at every site, which anybody may read: what shows who is signed in is at the top of its pages.</summary>
internal static class BoardRoutes
{
    private const string WayIn = """<header><a href="/sign-in">Log in</a></header>""";
    private const string WayOut = """<header><form method="post" action="/sign-out"><button>Log out</button></form></header>""";

    /// <summary>Adds the pages.</summary>
    /// <param name="application">Where.</param>
    /// <param name="isSignedIn">Whether who asks is signed in.</param>
    public static void Map(WebApplication application, Func<HttpContext, bool> isSignedIn)
    {
        // The same for everybody, as from a cache.
        application.MapGet("/board/about", () => Page("About", WayIn));
        application.MapGet("/board/rules", () => Page("Rules", ""));
        application.MapGet("/board/topics/{number:int}", (int number, HttpContext context) => Page($"Topic {number}", isSignedIn(context) ? WayOut : WayIn));
        application.MapGet("/board/latest", () => Results.Redirect("/board/topics/2"));
        // What it offers leads away from the site.
        application.MapGet("/board/abroad", (HttpContext context) => Page("Abroad", WayIn.Replace("href=\"", $"href=\"http://abroad.{context.Request.Host}", StringComparison.Ordinal)));
        // It offers to log in, and not to log out: that is in a menu which is not there until it is opened.
        application.MapGet("/board/shelf", (HttpContext context) => Page("Shelf", isSignedIn(context) ? "<header><button aria-label=\"quartermaster\">Q</button></header>" : WayIn));
        // In a narrow window, and here in every one, the links are folded away, and the button that shows them says nothing.
        application.MapGet("/board/narrow", (HttpContext context) => Page("Narrow", $"<a class=menu href='#'>=</a><div hidden>{(isSignedIn(context) ? WayOut : WayIn)}</div>"));
        application.MapGet("/board/drafts", (HttpContext context) => isSignedIn(context) ? Page("Drafts", WayOut) : Page("Unauthorized", "", StatusCodes.Status401Unauthorized));
        application.MapGet("/board/members", (HttpContext context) => isSignedIn(context) ? Page("Members", WayOut) : Page("Members only", WayIn, StatusCodes.Status403Forbidden));
        // Closed to everybody, which it does not say to who is signed in.
        application.MapGet("/board/closed", () => Page("Closed", WayIn, StatusCodes.Status403Forbidden));
        application.MapGet("/board/office", () => Page("Not for you", "", StatusCodes.Status403Forbidden));
        application.MapGet("/board/over", (HttpContext context) => isSignedIn(context) ? Page("Inbox", WayOut) : Page("Your session has expired.", ""));
        // The same with a way to sign in again, of its own; and with one that nothing names.
        application.MapGet("/board/over-for-now", (HttpContext context) => isSignedIn(context) ? Page("Inbox", WayOut) : Page("Your session has expired.", WayIn));
        application.MapGet("/board/over-and-out", (HttpContext context) => isSignedIn(context) ? Page("Inbox", WayOut) : Page("Your session has expired.", """
            <button id="open">=</button><div id="top"></div><script>
            document.querySelector("#open").addEventListener("click", () => {
              document.querySelector("#top").innerHTML = `<form method="post" action="/sign-in">
                <label>Email <input name="username"></label><label>Password <input type="password" name="password"></label><button>Log in</button>
              </form>`;
            });
            </script>
            """));
        // An application that asks for what it shows, and shows less when it does not get it.
        application.MapGet("/board/live", () => Page("Live", $$"""
            <div id="top"></div><button id="more">More</button><script>
            const load = async () => {
              const answer = await fetch("/api/desk");
              document.querySelector("#top").innerHTML = answer.ok ? `{{WayOut}}` : "<p>Nothing to show.</p>";
            };
            document.querySelector("#more").addEventListener("click", load);
            load();
            </script>
            """));
        // They show "Log in" until they have found the session.
        application.MapGet("/board/late", () => FindsItsSessionAfter(300));
        application.MapGet("/board/very-late", () => FindsItsSessionAfter(2000));
    }

    private static IResult FindsItsSessionAfter(int milliseconds) => Page("Late", $$"""
        <div id="top">{{WayIn}}</div><script>
        setTimeout(async () => {
          if ((await fetch("/api/desk")).ok) document.querySelector("#top").innerHTML = `{{WayOut}}`;
        }, {{milliseconds}});
        </script>
        """);

    private static IResult Page(string title, string top, int status = StatusCodes.Status200OK) =>
        Results.Content($"""<!doctype html><html lang="en"><title>{title}</title>{top}<h1>{title}</h1></html>""", "text/html; charset=utf-8", statusCode: status);
}
