// A host that is killed, for tests whose claim is about what is left of it. Arguments: HOMES BROWSER.
// It starts a sign-in browser, says its process id and its directory, and then does nothing.
using CredentialVault.SignIn;

var options = new SignInBrowserOptions { Homes = args[0], Executable = args[1] };
await using var browser = await SignInBrowser.StartAsync(options, TimeProvider.System, CancellationToken.None);
Console.WriteLine(browser.ProcessId);
Console.WriteLine(browser.Home);
await Task.Delay(Timeout.InfiniteTimeSpan);
