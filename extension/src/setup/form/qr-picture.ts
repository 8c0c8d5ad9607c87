import { decodeQR } from "qr/decode.js";

const mostPixelsAcross = 2400;
const searchMilliseconds = 1500;

/** Why a picture is of no use, for the owner. */
export class PictureRefused extends Error {}

/** Reads the link of an authenticator's QR code, a secret, out of a picture, in this page: the picture goes nowhere. */
export async function readPicture(file: Blob): Promise<string> {
  const link = search(await pixelsOf(file));
  // No regular expression looks at the link: the engine keeps the last text that one looked at.
  const start = link.slice(0, "otpauth://totp/".length).toLowerCase();
  if (start.startsWith("otpauth-migrat")) {
    throw new PictureRefused(
      "This picture is the export of an authenticator app. Use the QR code that the site shows.",
    );
  }
  if (!start.startsWith("otpauth://")) {
    throw new PictureRefused("The QR code in this picture is not for an authenticator app.");
  }
  return link;
}

async function pixelsOf(file: Blob): Promise<ImageData> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    throw new PictureRefused(
      "This file cannot be read as a picture. Take a screenshot of the QR code, as PNG or JPEG.",
    );
  }
  const scale = Math.min(1, mostPixelsAcross / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (!context) throw new PictureRefused("The browser could not draw this picture.");
  // Some QR codes are black on nothing.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return context.getImageData(0, 0, width, height);
}

function search({ data, width, height }: ImageData): string {
  try {
    return decodeQR({ data, width, height }, { timeLimit: searchMilliseconds });
  } catch {
    throw new PictureRefused("No QR code was found in this picture. Crop it more closely, or use a larger picture.");
  } finally {
    data.fill(0);
  }
}
