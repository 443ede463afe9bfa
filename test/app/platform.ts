import { DOMParser } from '@xmldom/xmldom';
import type { HistoryEntry, Platform } from '../../sandbox/app/client/host/platform.js';
import { fromDom, type DomNode } from '../../sandbox/app/client/xml/fromDom.js';
import { answerBatch } from './batch.js';
import { answer, origin, pathOf, root, type Server } from './server.js';

export { anError, origin, type Server, type ServerAnswer, type ServerRequest } from './server.js';

export interface TestPlatform extends Platform {
  /** Addresses of scripts that were loaded. */
  readonly scripts: readonly string[];
  /** Addresses that were shown in a window of their own. */
  readonly windows: readonly string[];
  readonly history: Platform['history'] & {
    /** All entries, and which is shown. */
    readonly entries: readonly HistoryEntry[];
    readonly position: () => number;
  };
}

/** A platform without a browser: a scripted server, a history in memory, scripts that put nothing on the page. */
export function aPlatform(
  parts: {
    readonly server?: Server;
    readonly address?: string;
    readonly global?: Record<string, unknown>;
  } = {},
): TestPlatform {
  const scripts: string[] = [];
  const windows: string[] = [];
  return {
    origin,
    fetch: serve(parts.server ?? (() => undefined)),
    history: memoryHistory(parts.address ?? '/main.aspx'),
    loadScript: (url) => {
      scripts.push(url);
      return Promise.resolve();
    },
    global: parts.global ?? {},
    parseXml: (text) => {
      const document = new DOMParser().parseFromString(text, 'text/xml');
      return fromDom(document.documentElement as unknown as DomNode);
    },
    openWindow: (url) => windows.push(url),
    scripts,
    windows,
  };
}

function serve(server: Server): Platform['fetch'] {
  return async (url, init) => {
    const headers = Object.fromEntries(new Headers(init.headers).entries());
    const text = typeof init.body === 'string' ? init.body : undefined;
    if (url === `${root}$batch`) {
      const { status, body, contentType } = await answerBatch(
        server,
        headers['content-type'] ?? '',
        text ?? '',
      );
      return new Response(body, { status, headers: { 'content-type': contentType } });
    }
    const {
      status,
      body,
      headers: answered,
    } = await answer(server, {
      method: init.method ?? 'GET',
      path: pathOf(url),
      body: text === undefined ? undefined : (JSON.parse(text) as unknown),
      headers,
    });
    return new Response(body, { status, headers: answered });
  };
}

function memoryHistory(address: string): TestPlatform['history'] {
  const entries: HistoryEntry[] = [{ address, state: undefined }];
  const listeners: (() => void)[] = [];
  let position = 0;
  const current = () => entries[position] ?? { address, state: undefined };
  const go = (delta: number) => {
    queueMicrotask(() => {
      position = Math.min(Math.max(position + delta, 0), entries.length - 1);
      listeners.forEach((listener) => listener());
    });
  };
  return {
    current,
    push: (entry) => {
      entries.splice(position + 1, entries.length, structuredClone(entry));
      position += 1;
    },
    replace: (entry) => {
      entries[position] = structuredClone(entry);
    },
    go,
    onMove: (listener) => listeners.push(listener),
    entries,
    position: () => position,
  };
}
