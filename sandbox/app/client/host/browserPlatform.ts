import { fromDom } from '../xml/fromDom.js';
import type { XmlElement } from '../xml/xmlElement.js';
import type { History, Platform } from './platform.js';

/** The platform of a browser's window. */
export function browserPlatform(window: Window & typeof globalThis): Platform {
  return {
    fetch: (url, init) => window.fetch(url, init),
    origin: window.location.origin,
    history: browserHistory(window),
    loadScript: (url) => loadScript(window.document, url),
    global: window as unknown as Readonly<Record<string, unknown>>,
    parseXml,
    openWindow: (url) => {
      window.open(url, '_blank', 'noopener');
    },
  };
}

function browserHistory(window: Window): History {
  return {
    current: () => ({
      address: window.location.pathname + window.location.search,
      state: window.history.state ?? undefined,
    }),
    push: ({ address, state }) => window.history.pushState(state, '', address),
    replace: ({ address, state }) => window.history.replaceState(state, '', address),
    go: (delta) => window.history.go(delta),
    onMove: (listener) => window.addEventListener('popstate', () => listener()),
  };
}

function loadScript(document: Document, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.async = false;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`The script ${url} could not be loaded.`)));
    document.head.append(script);
  });
}

function parseXml(text: string): XmlElement {
  const document = new DOMParser().parseFromString(text, 'text/xml');
  const problem = document.querySelector('parsererror');
  if (problem !== null) throw new Error(`Not well-formed XML: ${problem.textContent ?? ''}`);
  return fromDom(document.documentElement);
}
