/** A Chromium that can be started. */
export interface Chromium {
  readonly executablePath: string;
  /** What its process needs besides this one's environment. */
  readonly env: Readonly<Record<string, string>>;
}
