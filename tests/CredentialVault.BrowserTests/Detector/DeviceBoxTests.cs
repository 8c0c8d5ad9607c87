namespace CredentialVault.BrowserTests.Detector;

/// <summary>The box by which a site is to know the browser again, and no other.</summary>
public sealed class DeviceBoxTests(DetectorBrowser browser) : IClassFixture<DetectorBrowser>
{
    private const string Tick = """
        () => {
          const { detect, tickDeviceBox } = globalThis.credentialVaultDetector;
          tickDeviceBox(detect(document).form);
          return [...document.querySelectorAll("input[type=checkbox]")].map((box) => box.checked === ("ticked" in box.dataset));
        }
        """;

    public static TheoryData<string, string> Words => new()
    {
        { "en", "Remember this device for 30 days" },
        { "de", "Dieses Gerät merken" },
        { "fr", "Faire confiance à cet appareil" },
        { "es", "No volver a preguntar en este dispositivo" },
        { "pt", "Confiar neste dispositivo" },
        { "it", "Non chiedere più su questo dispositivo" },
        { "nl", "Vertrouw dit apparaat" },
        { "pl", "Zapamiętaj to urządzenie" },
        { "cs", "Důvěřovat tomuto zařízení" },
        { "ru", "Запомнить это устройство" },
        { "uk", "Запам'ятати цей пристрій" },
        { "tr", "Bu cihaza güven" },
        { "sv", "Lita på den här enheten" },
        { "da", "Husk denne enhed" },
        { "nb", "Husk denne enheten" },
        { "fi", "Muista tämä laite" },
        { "el", "Απομνημόνευση αυτής της συσκευής" },
        { "hu", "Emlékezzen erre az eszközre" },
        { "ro", "Reține acest dispozitiv" },
        { "ja", "このデバイスを信頼する" },
        { "pl", "Dodaj to urządzenie do zaufanych" },
        { "ja", "この端末では次回から確認コードの入力を省略する" },
        { "zh-Hans", "信任此设备" },
        { "zh-Hans", "7天内此设备免验证" },
        { "zh-Hant", "記住此裝置 30 天" },
        { "ko", "이 기기를 신뢰합니다" },
        { "ar", "الوثوق بهذا الجهاز" },
        { "he", "זכור מכשיר זה" },
        { "hi", "इस डिवाइस को याद रखें" },
        { "vi", "Tin cậy thiết bị này" },
        { "th", "เชื่อถืออุปกรณ์นี้" },
        { "id", "Percayai perangkat ini" },
    };

    [Fact]
    public async Task No_other_box_is_ticked_and_none_that_is_ticked_is_touched()
    {
        (await browser.LookAtAsync("boxes-beside-a-code")).Is("one-time-code", "signed-out");
        var page = await browser.OpenAsync("boxes-beside-a-code");
        Assert.All(await page.EvaluateAsync<bool[]>(Tick), Assert.True);
        await page.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Words))]
    public async Task It_is_found_in(string language, string label)
    {
        var page = await browser.OpenAsync("public-page");
        await page.SetContentAsync($"""
            <!doctype html><html lang={language}><meta charset=utf-8><form method=post>
            <p><label>Code <input autocomplete="one-time-code"></label></p><p><label><input type=checkbox data-ticked> {label}</label></p><button>OK</button></form>
            """);
        Assert.True(Assert.Single(await page.EvaluateAsync<bool[]>(Tick)));
        await page.CloseAsync();
    }
}
