import type { XmlElement } from '../xml/xmlElement.js';

/** What the host needs of the place that it runs in: a browser's window, or a test's own. */
export interface Platform {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** `https://…` without a slash at the end. */
  readonly origin: string;
  readonly history: History;
  /** Runs a classic script from an address of the same origin. @throws Error when it cannot be loaded */
  loadScript(url: string): Promise<void>;
  /** Where scripts put their names. */
  readonly global: Readonly<Record<string, unknown>>;
  /** The root element. @throws Error when the text is not well-formed */
  parseXml(text: string): XmlElement;
  /** Shows an address outside the app in a window of its own. */
  openWindow(url: string): void;
}

/** The window's history. Each entry keeps what the host gave it. */
export interface History {
  /** Path and query of the entry that is shown, and what was kept with it. */
  current(): HistoryEntry;
  push(entry: HistoryEntry): void;
  replace(entry: HistoryEntry): void;
  go(delta: number): void;
  /** The listener is called after the user (or `go`) moved to another entry. */
  onMove(listener: () => void): void;
}

export interface HistoryEntry {
  /** `/main.aspx?…` */
  readonly address: string;
  /** Survives structured cloning. Undefined for an entry the host did not make. */
  readonly state: unknown;
}
