import { errors } from '../../errors.js';

/** One part of a multipart body: its MIME headers (names in lower case) and what follows them. */
export interface MimePart {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The boundary a Content-Type names, quoted or not; undefined when it is not multipart/mixed with a boundary. */
export function readBoundary(contentType: string | undefined): string | undefined {
  const match = /^\s*multipart\/mixed\s*;.*?\bboundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))/i.exec(
    contentType ?? '',
  );
  return match?.[1] ?? match?.[2];
}

/**
 * Splits a multipart body at its boundary. Lines may end in CRLF or LF; what stands before the first delimiter and
 * after the closing one is ignored (RFC 2046).
 * @throws DataverseError 400 when the first or the closing delimiter is missing, as in a truncated body.
 */
export function readMultipart(text: string, boundary: string): MimePart[] {
  const escaped = boundary.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
  const delimiter = new RegExp(String.raw`(?:^|\r?\n)--${escaped}(--)?[ \t]*(?=\r?\n|$)`, 'g');
  const parts: MimePart[] = [];
  let start: number | undefined;
  for (const found of text.matchAll(delimiter)) {
    if (start !== undefined) parts.push(readPart(text.slice(start, found.index)));
    if (found[1] !== undefined) return parts;
    start = found.index + found[0].length;
  }
  throw errors.badQuery(
    start === undefined
      ? `The batch boundary '${boundary}' was not found in the request body.`
      : `The closing batch boundary '--${boundary}--' was not found: the request body is incomplete.`,
  );
}

function readPart(text: string): MimePart {
  return readHead(text.replace(/^\r?\n/, ''));
}

/** Splits a message into its headers (names in lower case) and the text after the first empty line. */
export function readHead(text: string): MimePart {
  const blank = /(?:^|\r?\n)\r?\n/.exec(text);
  const head = blank === null ? text : text.slice(0, blank.index);
  const headers: Record<string, string> = {};
  for (const line of head.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { headers, body: blank === null ? '' : text.slice(blank.index + blank[0].length) };
}
