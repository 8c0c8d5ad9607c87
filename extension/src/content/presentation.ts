import type { Brand, Presentation } from "../protocol/presentation.js";

interface HighEntropy {
  readonly brands: readonly Brand[];
  readonly mobile: boolean;
  readonly platform: string;
  readonly platformVersion?: string;
  readonly architecture?: string;
  readonly bitness?: string;
  readonly model?: string;
  readonly fullVersionList?: readonly Brand[];
}

// TypeScript's library does not know https://wicg.github.io/ua-client-hints/ yet.
interface NavigatorWithBrands {
  readonly userAgentData?: { getHighEntropyValues(hints: readonly string[]): Promise<HighEntropy> };
}

// What the protocol allows; a tab that was never shown has no size.
const mostLanguages = 16;
const smallest = 100;
const largest = 10_000;
const largestArea = 7680 * 4320;

const hints = ["platformVersion", "architecture", "bitness", "model", "fullVersionList"];

/** How this browser presents itself to the site in this tab, which whoever drives it may have set for the tab alone. */
export async function presentation(): Promise<Presentation | null> {
  const data = (navigator as NavigatorWithBrands).userAgentData;
  // Only secure contexts have it. Without it the host's own browser would be made to contradict itself.
  if (!data) return null;
  const width = within(smallest, Math.round(innerWidth), largest);
  const height = within(smallest, Math.round(innerHeight), largest);
  const values = await data.getHighEntropyValues(hints);
  return {
    userAgent: navigator.userAgent,
    platform: values.platform,
    platformVersion: values.platformVersion ?? "",
    architecture: values.architecture ?? "",
    bitness: values.bitness ?? "",
    model: values.model ?? "",
    mobile: values.mobile,
    brands: values.brands.map(named),
    fullVersions: (values.fullVersionList ?? []).map(named),
    languages: navigator.languages.slice(0, mostLanguages),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    width,
    height,
    scale: within(0.25, devicePixelRatio, Math.min(8, Math.sqrt(largestArea / (width * height)))),
  };
}

function within(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function named({ brand, version }: Brand): Brand {
  return { brand, version };
}
