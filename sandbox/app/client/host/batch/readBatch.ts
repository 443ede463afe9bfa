import type { ApiAnswer } from '../host.js';

/**
 * The answers of a `$batch`, in the order of its requests; those of a change set follow one another, and a change set
 * that failed has one answer for all.
 */
export function readBatch(answer: Pick<ApiAnswer, 'headers' | 'text'>): readonly ApiAnswer[] {
  return partsOf(answer.headers['content-type'] ?? '', answer.text).flatMap(answersOf);
}

function partsOf(contentType: string, text: string): readonly string[] {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return [];
  return `\r\n${text}`
    .split(`\r\n--${boundary}`)
    .slice(1)
    .filter((part) => !part.startsWith('--'))
    .map((part) => part.replace(/^\r\n/, ''));
}

function answersOf(part: string): readonly ApiAnswer[] {
  const [head, rest] = splitHead(part);
  const contentType = headersOf(head)['content-type'] ?? '';
  if (contentType.startsWith('multipart/')) return partsOf(contentType, rest).flatMap(answersOf);
  const [answerHead, text] = splitHead(rest);
  const status = Number(/^HTTP\/\d\.\d (\d{3})/.exec(answerHead)?.[1]);
  return [{ status, headers: headersOf(answerHead), text, json: () => JSON.parse(text) as unknown }];
}

/** What stands before the first empty line, and what comes after it. */
function splitHead(text: string): readonly [head: string, rest: string] {
  const end = text.indexOf('\r\n\r\n');
  return end === -1 ? [text, ''] : [text.slice(0, end), text.slice(end + 4).replace(/\r\n$/, '')];
}

/** By lower-case name. */
function headersOf(head: string): Readonly<Record<string, string>> {
  const pairs = head.split('\r\n').flatMap((line) => {
    const colon = line.indexOf(':');
    return colon > 0 ? [[line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const] : [];
  });
  return Object.fromEntries(pairs);
}
