using Microsoft.Playwright;
using QRCoder;

namespace CredentialVault.SetupTests.Worlds;

/// <summary>A picture of a QR code, as an owner takes it from a site.</summary>
public static class QrPicture
{
    /// <summary>A PNG: black on white, or white on black as at a site with a dark look.</summary>
    public static FilePayload Of(string text, bool dark = false)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var code = new PngByteQRCode(data);
        byte[] black = [0, 0, 0], white = [255, 255, 255];
        return new FilePayload { Name = "code.png", MimeType = "image/png", Buffer = dark ? code.GetGraphic(6, white, black) : code.GetGraphic(6, black, white) };
    }

    /// <summary>A picture of one grey pixel.</summary>
    public static FilePayload OfNothing() => new()
    {
        Name = "nothing.png",
        MimeType = "image/png",
        Buffer = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="),
    };
}
