using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CredentialVault.SignInTests.Worlds;

/// <summary>A site that keeps much in localStorage once it is signed in to.</summary>
internal static class LargeSite
{
    public static void Add(WebApplication pages, int length)
    {
        pages.MapGet("/", (HttpRequest request) => SmallSite.Page(request.Cookies.ContainsKey(HostOfAProfile.Cookie)
            ? SmallSite.Inside + $"<script>localStorage.setItem('draft', '\"<ö>'.repeat({length / 5}))</script>"
            : SmallSite.Form()));
        pages.MapPost("/sign-in", (HttpResponse response) =>
        {
            response.Cookies.Append(HostOfAProfile.Cookie, "1");
            return Results.Redirect("/");
        });
    }

    public static string Value(int length) => string.Concat(Enumerable.Repeat("\"<ö>", length / 5));
}
