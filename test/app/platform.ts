import { DOMParser } from '@xmldom/xmldom';
import type { HistoryEntry, Platform } from '../../sandbox/app/client/host/platform.js';
import { fromDom, type DomNode } from '../../sandbox/app/client/xml/fromDom.js';
import { answerBatch } from './batch.js';

/** A request that reached the server: one of a batch is a request of its own. */
export interface ServerRequest {
  readonly method: string;
  /** Relative to the Web API's root, decoded: `contacts(…)?$select=fullname`. Other addresses start with `/`. */
  readonly path: string;
  /** Parsed from JSON; undefined when there was none. */
  readonly body: unknown;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Requests of a batch: which item of it they were, counted from 0; those of one change set share theirs. */
  readonly batchItem?: number;
}

/** What the server answers: status 200, or 204 without a body. */
export interface ServerAnswer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The server. Undefined: there is no such thing (404). To throw means that it cannot be reached. */
export type Server = (request: ServerRequest) => ServerAnswer | undefined | Promise<ServerAnswer | undefined>;

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

export const origin = 'https://sandbox.example';
const root = `${origin}/api/data/v9.2/`;

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

/** What the server says, as it goes over the wire. */
export async function answer(
  server: Server,
  request: ServerRequest,
): Promise<{
  readonly status: number;
  readonly body: string | null;
  readonly headers: Record<string, string>;
}> {
  const given = (await server(request)) ?? notFound(request);
  const { body, headers = {}, status = body === undefined ? 204 : 200 } = given;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, body: body === undefined ? null : (text ?? null), headers: { ...headers } };
}

/** The Web API's error body. */
export function anError(status: number, code: string, message: string): ServerAnswer {
  return { status, body: { error: { code, message } } };
}

function notFound({ method, path }: ServerRequest): ServerAnswer {
  return anError(404, '0x80060888', `The test's server has no answer for ${method} ${path}`);
}

export function pathOf(url: string): string {
  const absolute = url.startsWith('/') ? origin + url : url;
  const path = absolute.startsWith(root) ? absolute.slice(root.length) : absolute.replace(origin, '');
  return decodeURIComponent(path);
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
