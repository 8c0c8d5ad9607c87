using System.Security.Cryptography;
using CredentialVault.BrowserTests.Worlds;
using CredentialVault.Testing.FullPower;

namespace CredentialVault.BrowserTests.Attackers;

/// <summary>The control of the agent that takes in all that can be taken in: where a secret is, each of its channels finds it.</summary>
public sealed class EveryChannelTests(ManySites sites) : IClassFixture<ManySites>
{
    private static readonly Channel[] Searched =
    [
        Channel.Network, Channel.PausedRequest, Channel.Body, Channel.Console, Channel.PageHook, Channel.WorkerHook, Channel.PagePoll, Channel.WorkerPoll,
        Channel.Cookies, Channel.DomSnapshot, Channel.PageArchive, Channel.Trace, Channel.Heap,
    ];

    private static readonly TimeSpan SeveralSnapshots = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Every_channel_that_is_searched_finds_a_secret_that_comes_by_it()
    {
        var planted = $"Aa1!{RandomNumberGenerator.GetHexString(20)}";
        var site = sites.Stranger("framing");
        await using var eye = await FullPowerEye.BeginAsync(sites.Agent.DevTools, new Dictionary<string, string>(StringComparer.Ordinal) { ["planted"] = planted });
        var page = await sites.Agent.Context.NewPageAsync();

        await page.GotoAsync(new Uri(site.Address, $"/pages/framing?of=about:blank&planted={planted}").ToString());
        await page.EvaluateAsync(
            """
            (planted) => {
              globalThis.planted = { inMemory: planted };
              console.log(planted);
              document.body.innerHTML = `<p>${planted}</p><input>`;
              document.querySelector("input").value = planted;
              return fetch("/arrived", { method: "POST", body: planted });
            }
            """,
            planted);
        await eye.RunInWorkerAsync($"globalThis.planted = '{planted}'; chrome.cookies.set({{ url: '{site.Address}', name: 'planted', value: '{planted}' }}).then(({{ name }}) => name)");
        await Task.Delay(SeveralSnapshots);
        await eye.FinishAsync();

        Assert.Empty(Searched.Except(eye.Hits.Select(hit => hit.Channel)).Select(channel => channel.Name()));
    }
}
