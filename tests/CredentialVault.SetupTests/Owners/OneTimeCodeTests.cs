using CredentialVault.SetupTests.Worlds;
using Microsoft.Playwright;
using OtpNet;

namespace CredentialVault.SetupTests.Owners;

/// <summary>The authenticator key in the ways that a site gives it, and the code that binds it.</summary>
public sealed class OneTimeCodeTests(SharedPage shared) : IClassFixture<SharedPage>
{
    private const string Key = "JBSWY3DPEHPK3PXP";
    private const string Link = "otpauth://totp/Harbour%20Orders:bob@example.com?secret=JBSWY3DPEHPK3PXP&issuer=Harbour%20Orders";

    private readonly OwnersPage _owner = shared.Owner;

    private ILocator Digits => _owner.Page.Locator(".code.shown output");

    [Theory]
    [InlineData("jbsw y3dp ehpk", "JBSWY3DPEHPK")]
    [InlineData("JBSWY3DPEHPK3PXP", Key)]
    [InlineData("jbsw-y3dp-ehpk-3pxp", Key)]
    [InlineData(Link, Key)]
    public async Task I_get_a_code_for_a_key_in_any_form(string typed, string key)
    {
        await _owner.GoAsync("#/add");
        await _owner.Field("Authenticator key").FillAsync(typed);

        await _owner.Button("Get code").ClickAsync();

        await ExpectCodeOfAsync(key);
    }

    [Theory]
    [InlineData("mypasswore", "This is short for an authenticator key: most have 16 characters or more.")]
    [InlineData(Key, "What the site shows")]
    public async Task Of_a_key_that_is_shorter_than_most_I_am_told_so(string typed, string said)
    {
        await _owner.GoAsync("#/add");
        await _owner.Field("Authenticator key").FillAsync(typed);
        await _owner.Field("Authenticator key").PressAsync("Tab");

        await _owner.SaysUnderAsync("Authenticator key", said);
        await Assertions.Expect(_owner.Button("Type again: Authenticator key")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_link_says_how_long_a_code_is()
    {
        await _owner.GoAsync("#/add");
        await _owner.Field("Authenticator key").FillAsync($"{Link}&digits=8&period=60&algorithm=SHA256");

        await _owner.Button("Get code").ClickAsync();

        Assert.Equal(8, (await CodeAsync()).Length);
    }

    [Theory]
    [InlineData(Link, "The key of Harbour Orders: bob@example.com was read.")]
    [InlineData(Link + "&digits=8&period=60&algorithm=sha256", "The key of Harbour Orders: bob@example.com was read: 8 digits, a new code every 60 s, SHA256.")]
    [InlineData("otpauth://totp/bob?secret=JBSWY3DPEHPK3PXP&issuer=Harbour", "The key of Harbour: bob was read.")]
    [InlineData("otpauth://totp/?secret=JBSWY3DPEHPK3PXP", "The key was read.")]
    public async Task What_a_link_says_is_read_back_the_same_when_I_paste_it_and_from_its_picture(string link, string said)
    {
        await _owner.GoAsync("#/add");
        await _owner.Field("Authenticator key").FillAsync(link);
        await _owner.Field("Authenticator key").PressAsync("Tab");
        await _owner.SaysUnderAsync("Authenticator key", said);

        await _owner.GoAsync("#/add");
        await _owner.Field("Picture of the QR code").SetInputFilesAsync(QrPicture.Of(link));
        await _owner.SaysUnderAsync("Authenticator key", said);
        Assert.DoesNotContain(Key, await _owner.Page.ContentAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task I_can_choose_a_picture_of_the_QR_code(bool dark)
    {
        await _owner.GoAsync("#/add");

        await _owner.Field("Picture of the QR code").SetInputFilesAsync(QrPicture.Of(Link, dark));

        await _owner.SaysUnderAsync("Authenticator key", "The key of Harbour Orders: bob@example.com was read.");
        await _owner.Button("Get code").ClickAsync();
        await ExpectCodeOfAsync(Key);
    }

    [Theory]
    [InlineData(".drop")]
    [InlineData("main h1")]
    public async Task I_can_drop_a_picture_on_its_place_or_beside_it(string target)
    {
        await _owner.GoAsync("#/add");
        var file = Path.Combine(_owner.Owner.Machine, "code.png");
        await File.WriteAllBytesAsync(file, QrPicture.Of(Link).Buffer);

        await DropAsync(file, target);

        await ReadFromPictureAsync();
    }

    [Fact]
    public async Task A_file_that_is_no_picture_is_refused_when_I_drop_it_too()
    {
        await _owner.GoAsync("#/add");
        var file = Path.Combine(_owner.Owner.Machine, "key.txt");
        await File.WriteAllTextAsync(file, "no picture");

        await DropAsync(file, ".drop");

        await Assertions.Expect(_owner.Page.Locator(".drop small")).ToContainTextAsync("cannot be read as a picture");
    }

    private async Task DropAsync(string file, string target)
    {
        var place = _owner.Page.Locator(target);
        await place.ScrollIntoViewIfNeededAsync();
        var box = await place.BoundingBoxAsync();

        var browser = await _owner.Context.NewCDPSessionAsync(_owner.Page);
        foreach (var type in new[] { "dragEnter", "dragOver", "drop" })
        {
            await browser.SendAsync("Input.dispatchDragEvent", new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["type"] = type,
                ["x"] = box!.X + (box.Width / 2),
                ["y"] = box.Y + (box.Height / 2),
                ["data"] = new { items = Array.Empty<object>(), files = new[] { file }, dragOperationsMask = 1 },
            });
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Username")]
    [InlineData("Authenticator key")]
    public async Task I_can_paste_a_picture_wherever_I_am(string? field)
    {
        await _owner.GoAsync("#/add");
        await _owner.Page.BringToFrontAsync();
        await _owner.Page.EvaluateAsync(
            """
            (base64) => {
              const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
              return navigator.clipboard.write([new ClipboardItem({ "image/png": new Blob([bytes], { type: "image/png" }) })]);
            }
            """,
            Convert.ToBase64String(QrPicture.Of(Link).Buffer));
        if (field is not null)
        {
            await _owner.Field(field).FocusAsync();
        }

        await _owner.Page.Keyboard.PressAsync("Control+v");

        await ReadFromPictureAsync();
    }

    [Fact]
    public async Task A_picture_of_something_else_is_refused_beside_it()
    {
        await _owner.GoAsync("#/add");
        var picture = _owner.Field("Picture of the QR code");
        var wrong = _owner.Page.Locator(".drop small");

        await picture.SetInputFilesAsync(QrPicture.OfNothing());
        await Assertions.Expect(wrong).ToContainTextAsync("No QR code was found");
        await picture.SetInputFilesAsync(QrPicture.Of("https://harbour.example/app"));
        await Assertions.Expect(wrong).ToContainTextAsync("not for an authenticator app");
        await picture.SetInputFilesAsync(QrPicture.Of("otpauth-migration://offline?data=CjEKCkhlbGxv"));
        await Assertions.Expect(wrong).ToContainTextAsync("the export of an authenticator app");
        await picture.SetInputFilesAsync(new FilePayload { Name = "key.txt", MimeType = "image/png", Buffer = "no picture"u8.ToArray() });
        await Assertions.Expect(wrong).ToContainTextAsync("cannot be read as a picture");
        await _owner.Field("Authenticator key").FillAsync("J");
        await Assertions.Expect(wrong).ToBeEmptyAsync();
        await picture.SetInputFilesAsync(QrPicture.OfNothing());
        await Assertions.Expect(wrong).ToContainTextAsync("No QR code was found");
        await picture.SetInputFilesAsync(QrPicture.Of(Link));
        await Assertions.Expect(wrong).ToBeEmptyAsync();
    }

    [Fact]
    public async Task A_code_that_is_about_to_end_is_shown_and_the_next_one_comes_by_itself()
    {
        const int Period = 12;
        await GiveKeyWithPeriodAsync(Period);
        await UntilAsync(Period, from: 7, to: 8);

        await _owner.Button("Get code").ClickAsync();
        var ending = await CodeAsync();
        Assert.Matches("^[2-5] s left$", await _owner.Page.Locator(".code .left").InnerTextAsync());
        await _owner.Page.GetByText("the next one comes by itself").WaitForAsync();
        await Assertions.Expect(Digits).Not.ToContainTextAsync(ending, new() { Timeout = 10_000 });

        var next = await CodeAsync();
        Assert.NotEqual(ending, next, StringComparer.Ordinal);
        Assert.Equal(new Totp(Base32Encoding.ToBytes(Key), step: Period).ComputeTotp(DateTime.UtcNow), next);
    }

    [Fact]
    public async Task A_code_that_is_over_leaves_a_word_in_its_place_and_nothing_moves()
    {
        const int Period = 8;
        await GiveKeyWithPeriodAsync(Period);
        await UntilAsync(Period, from: 0, to: 1);
        var place = await HeightAsync();

        await _owner.Button("Get code").ClickAsync();
        await CodeAsync();
        Assert.Equal(place, await HeightAsync());

        await _owner.Page.GetByText("Expired. Press Get code").WaitForAsync(new() { Timeout = 15_000 });
        await Assertions.Expect(Digits).ToHaveCountAsync(0);
        Assert.Equal(place, await HeightAsync());
        await _owner.Button("Get code").ClickAsync();
        await CodeAsync();
    }

    [Fact]
    public async Task A_code_goes_when_I_type_another_key()
    {
        await _owner.GoAsync("#/add");
        await _owner.Field("Authenticator key").FillAsync(Key);
        await _owner.Button("Get code").ClickAsync();
        await CodeAsync();

        await _owner.Button("Type again: Authenticator key").ClickAsync();
        await _owner.Page.Keyboard.TypeAsync("J");

        await Assertions.Expect(_owner.Page.Locator(".code.shown, .code.over")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Get_code_without_a_key_says_so_beside_the_field()
    {
        await _owner.GoAsync("#/add");

        await _owner.Button("Get code").ClickAsync();

        await _owner.SaysUnderAsync("Authenticator key", "Give the key first");
    }

    [Fact]
    public async Task After_saving_get_code_still_works_and_the_key_is_gone()
    {
        await _owner.GoAsync("#/add");
        await _owner.TypeAsync("With a code", "https://shop.example", "bob", "secret");
        await _owner.Field("Authenticator key").FillAsync(Key);
        await _owner.Button("Save").ClickAsync();
        await _owner.HeadingAsync("With a code");

        await _owner.Button("Get code").ClickAsync();
        await ExpectCodeOfAsync(Key);
        await _owner.Button("Get code").ClickAsync();
        await _owner.Page.GetByText("This code was shown or used before").WaitForAsync();
        await Assertions.Expect(_owner.Page.Locator(".code")).Not.ToContainTextAsync("Type it");

        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        await _owner.Button("Replace: Authenticator key").WaitForAsync();
        Assert.DoesNotContain(Key, await _owner.Page.ContentAsync(), StringComparison.OrdinalIgnoreCase);
        await Assertions.Expect(_owner.Page.Locator(".code")).ToContainTextAsync("counts as used");
        await _owner.Button("Get code").ClickAsync();
        await ExpectCodeOfAsync(Key);
        await Assertions.Expect(_owner.Page.Locator(".code")).Not.ToContainTextAsync("save here");
    }

    [Fact]
    public async Task After_a_code_that_was_shown_before_the_next_one_comes_by_itself()
    {
        const int Period = 8;
        await GiveKeyWithPeriodAsync(Period);
        await _owner.TypeAsync("Code again", "https://shop.example", "bob", "secret");
        await _owner.Button("Save").ClickAsync();
        await _owner.HeadingAsync("Code again");
        await UntilAsync(Period, from: 0, to: 1);
        await _owner.Button("Get code").ClickAsync();
        var before = await CodeAsync();

        await _owner.Button("Get code").ClickAsync();
        await _owner.Page.GetByText("wait for the next one, which comes by itself").WaitForAsync();

        await Assertions.Expect(Digits).Not.ToContainTextAsync(before[..4], new() { Timeout = 15_000 });
        await _owner.Page.GetByText("Type it at the site.").WaitForAsync();
    }

    [Fact]
    public async Task I_can_copy_the_code()
    {
        await _owner.GoAsync("#/add");
        await _owner.Field("Authenticator key").FillAsync(Key);
        await _owner.Button("Get code").ClickAsync();
        var code = await CodeAsync();

        await _owner.Button("Copy the code").ClickAsync();
        await _owner.Page.GetByText("Copied").WaitForAsync();
        await _owner.Field("Label").FocusAsync();
        await _owner.Page.Keyboard.PressAsync("Control+v");

        Assert.Equal(code, await _owner.Field("Label").InputValueAsync());
    }

    [Fact]
    public async Task I_can_take_a_stored_key_away()
    {
        await _owner.GoAsync("#/add");
        await _owner.TypeAsync("Without a code soon", "https://shop.example", "bob", "secret");
        await _owner.Field("Authenticator key").FillAsync(Key);
        await _owner.Button("Save").ClickAsync();
        await _owner.HeadingAsync("Without a code soon");

        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        await _owner.Button("Remove: Authenticator key").ClickAsync();
        await _owner.Page.GetByText("Removed when you save").WaitForAsync();
        await _owner.Button("Keep it: Authenticator key").ClickAsync();
        await _owner.Page.GetByText("Removed when you save").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await _owner.Button("Remove: Authenticator key").ClickAsync();
        await _owner.Button("Save").ClickAsync();
        await _owner.AnswerAsync("Go back", "Turn two-factor sign-in off there first.");
        await Assertions.Expect(_owner.Button("Keep it: Authenticator key")).ToBeFocusedAsync();
        await _owner.Button("Save").ClickAsync();
        await _owner.AnswerAsync("Remove the key", "nobody can read the key back");

        await _owner.Page.GetByText("No authenticator key").WaitForAsync();
    }

    private async Task GiveKeyWithPeriodAsync(int period)
    {
        await _owner.GoAsync("#/add");
        await _owner.Field("Authenticator key").FillAsync($"{Link}&period={period}");
        await _owner.Field("Authenticator key").PressAsync("Tab");
        await _owner.Page.Locator(".codes .kept:not([inert])").WaitForAsync();
    }

    /// <summary>Waits until the time step is so many seconds old.</summary>
    private static async Task UntilAsync(int period, int from, int to)
    {
        while (DateTimeOffset.UtcNow.ToUnixTimeSeconds() % period is var second && (second < from || second > to))
        {
            await Task.Delay(100);
        }
    }

    private Task<double> HeightAsync() => _owner.Button("Save").EvaluateAsync<double>("element => element.getBoundingClientRect().top + scrollY");

    private async Task ReadFromPictureAsync()
    {
        await _owner.SaysUnderAsync("Authenticator key", "was read");
        Assert.DoesNotContain(Key, await _owner.Page.ContentAsync(), StringComparison.OrdinalIgnoreCase);
        await _owner.Button("Get code").ClickAsync();
        await ExpectCodeOfAsync(Key);
    }

    private async Task ExpectCodeOfAsync(string key)
    {
        var code = await CodeAsync();
        var totp = new Totp(Base32Encoding.ToBytes(key));
        var now = DateTime.UtcNow;
        Assert.True(code == totp.ComputeTotp(now) || code == totp.ComputeTotp(now.AddSeconds(-30)), "This is another key's code.");
    }

    private async Task<string> CodeAsync()
    {
        await Digits.WaitForAsync();
        return string.Concat((await Digits.InnerTextAsync()).Where(char.IsAsciiDigit));
    }
}
