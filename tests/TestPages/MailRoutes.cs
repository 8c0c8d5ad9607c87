using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace TestPages;

/// <summary>An application at every site that has one path, and names its pages in the query.</summary>
internal static class MailRoutes
{
    private const string Path = "/mail";

    /// <summary>Adds the application.</summary>
    /// <param name="application">Where.</param>
    /// <param name="isSignedIn">Whether who asks is signed in.</param>
    /// <param name="signOut">Signs who asks out.</param>
    /// <param name="form">The site's page to sign in.</param>
    public static void Map(WebApplication application, Func<HttpContext, bool> isSignedIn, Action<HttpContext> signOut, Func<HttpContext, IResult> form) =>
        application.MapGet(Path, (HttpContext context) => context.Request.Query["task"].ToString() switch
        {
            // They are there for everybody, whoever is signed in too.
            "login" => form(context),
            "register" => Page("Register", """
                <form method="post" action="/register"><label>User name <input name="name" autocomplete="username"></label>
                <label>Email <input name="email" type="email" autocomplete="email"></label><button>Register</button></form><a href="/mail?task=login">Log in</a>
                """),
            "logout" => SignedOut(context, signOut),
            _ when !isSignedIn(context) => form(context),
            // It has pages of its own behind the hash, and signs out by one of them.
            "application" => Page("Application", """
                <a href="#/logout">Log out</a><script>
                addEventListener("hashchange", async () => {
                  if (location.hash !== "#/logout") return;
                  await fetch("/sign-out", { method: "POST" });
                  location.reload();
                });
                </script>
                """),
            // When the session is over it stays as it is, without what it has nothing of any more, until it is loaded anew.
            "shell" => Page("Shell", """
                <a href="/mail?task=logout">Log out</a><button>Refresh</button><p></p><script>
                document.querySelector("button").addEventListener("click", async () => {
                  if ((await fetch("/api/desk")).ok) return;
                  document.querySelector("a").remove();
                  document.querySelector("p").textContent = "Nothing to show.";
                });
                </script>
                """),
            // What it asks for is refused when the session is over; it then goes to the page to sign in by itself.
            _ => Page("Inbox", """
                <a href="/mail?task=logout">Log out</a><button>Refresh</button><script>
                document.querySelector("button").addEventListener("click", async () => {
                  if ((await fetch("/api/desk")).status === 401) location.href = "/mail?task=login&over=1";
                });
                </script>
                """),
        });

    private static IResult SignedOut(HttpContext context, Action<HttpContext> signOut)
    {
        signOut(context);
        return Page("Goodbye", """<meta http-equiv="refresh" content="1;URL=/mail?task=inbox"><p>You are signed out.</p><a href="/mail?task=login">Log in</a>""");
    }

    private static IResult Page(string title, string body) =>
        Results.Content($"""<!doctype html><html lang="en"><title>{title}</title><h1>{title}</h1>{body}</html>""", "text/html; charset=utf-8");
}
