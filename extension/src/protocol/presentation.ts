/** A brand of User-Agent Client Hints, https://wicg.github.io/ua-client-hints/. */
export interface Brand {
  readonly brand: string;
  readonly version: string;
}

/** How the agent's browser presents itself to sites. All that the sign-in browser is told of it. */
export interface Presentation {
  /** The `User-Agent` header. */
  readonly userAgent: string;
  /** Such as `Linux`, as in `Sec-CH-UA-Platform`. */
  readonly platform: string;
  readonly platformVersion: string;
  readonly architecture: string;
  readonly bitness: string;
  readonly model: string;
  readonly mobile: boolean;
  /** With major versions. */
  readonly brands: readonly Brand[];
  readonly fullVersions: readonly Brand[];
  /** In the order of preference. */
  readonly languages: readonly string[];
  /** IANA name. */
  readonly timeZone: string;
  /** Of the viewport, in CSS pixels, from 100 to 10,000. */
  readonly width: number;
  readonly height: number;
  /** Device pixels for each CSS pixel, from 0.25 to 8. */
  readonly scale: number;
}
