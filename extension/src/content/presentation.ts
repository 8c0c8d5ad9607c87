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

const hints = ["platformVersion", "architecture", "bitness", "model", "fullVersionList"];

/** How this browser presents itself to the site in this tab, which whoever drives it may have set for the tab alone. */
export async function presentation(): Promise<Presentation | null> {
  const data = (navigator as NavigatorWithBrands).userAgentData;
  // Only secure contexts have it. Without it the host's own browser would be made to contradict itself.
  if (!data) return null;
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
    languages: [...navigator.languages],
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    width: innerWidth,
    height: innerHeight,
    scale: devicePixelRatio,
  };
}

function named({ brand, version }: Brand): Brand {
  return { brand, version };
}
