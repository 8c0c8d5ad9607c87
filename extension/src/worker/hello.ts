import type { HelloRequest } from "../protocol/hello.js";

interface Brand {
  readonly brand: string;
  readonly version: string;
}

// TypeScript's library does not know https://wicg.github.io/ua-client-hints/ yet.
interface NavigatorWithBrands {
  readonly userAgentData?: {
    getHighEntropyValues(hints: readonly string[]): Promise<{ readonly fullVersionList?: readonly Brand[] }>;
  };
}

/** How this extension and this browser name themselves to the host. */
export async function hello(): Promise<HelloRequest> {
  return { extension: chrome.runtime.getManifest().version, browser: (await browserName()).slice(0, 256) };
}

async function browserName(): Promise<string> {
  const data = (navigator as NavigatorWithBrands).userAgentData;
  const brands = (await data?.getHighEntropyValues(["fullVersionList"]))?.fullVersionList ?? [];
  // Brands hold a made-up one, and Chromium beside the product's own name.
  const known = brands.filter(({ brand }) => !/not.*brand/i.test(brand));
  const own = known.find(({ brand }) => brand !== "Chromium") ?? known[0];
  return own ? `${own.brand} ${own.version}` : navigator.userAgent;
}
