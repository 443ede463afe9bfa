import { DOMParser } from '@xmldom/xmldom';
import { errors } from '../errors.js';
import type { Cursor, Query, QueryResult } from './model.js';

/** What a paging cookie says: the page it was made for, and where that page ended. */
export interface PagingCookie {
  readonly page: number;
  readonly cursor: Cursor;
}

/**
 * The cookie of a page, in the documented form `<cookie page="1"><contactid last="{…}" first="{…}" /></cookie>`: one
 * element for each order column, then one for each row id. Undefined when there is no next page.
 */
export function writePagingCookie(query: Query, primaryId: string, result: QueryResult): string | undefined {
  if (result.cursor === undefined || query.orders.some(({ path }) => path.link !== undefined))
    return undefined;
  const names = [...query.orders.map(({ path }) => path.column), primaryId];
  const first = result.rows[0]?.values[primaryId] ?? null;
  const elements = result.cursor.map((value, index) => {
    const name = names[index] ?? 'link';
    const begin = index === query.orders.length ? ` first="${escapeXml(shown(first))}"` : '';
    return value === null
      ? `<${name} lastnull="1" />`
      : `<${name} last="${escapeXml(shown(value))}"${begin} />`;
  });
  return `<cookie page="${query.page?.number ?? 1}">${elements.join('')}</cookie>`;
}

/** Rows ordered by a linked table's column: for FetchXML Dataverse then gives no cookie ("Page results using FetchXML"). */
export function isOrderedByLink(query: Query): boolean {
  return query.orders.some(({ path }) => path.link !== undefined);
}

/** Reads a cookie that writePagingCookie made. Throws 400 when it is none. */
export function readPagingCookie(text: string): PagingCookie {
  const document = new DOMParser({ onError: () => undefined }).parseFromString(wellFormed(text), 'text/xml');
  const root = document.documentElement;
  const page = Number(root?.getAttribute('page'));
  if (root?.nodeName !== 'cookie' || !Number.isInteger(page) || page < 1) throw malformed();
  const cursor = [...root.childNodes].flatMap((node) =>
    'getAttribute' in node ? [storedValue(node as unknown as AttributeHolder)] : [],
  );
  return { page, cursor };
}

interface AttributeHolder {
  getAttribute(name: string): string | null;
}

function storedValue(element: AttributeHolder): string | null {
  const last = element.getAttribute('last');
  if (last === null) return null;
  return /^\{[\da-f-]{36}\}$/i.test(last) ? last.slice(1, -1).toLowerCase() : last;
}

function wellFormed(text: string): string {
  if (!/^<cookie [^<]*>(<\w+ [^<>]*\/>)*<\/cookie>$/s.test(text.trim())) throw malformed();
  return text.trim();
}

function malformed() {
  return errors.invalidArgument('The paging cookie is malformed.');
}

function shown(value: string | number | boolean | null): string {
  const text = String(value ?? '');
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text) ? `{${text.toUpperCase()}}` : text;
}

/** Escapes text for an XML attribute or element. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
    .replace(/[\t\n\r]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
