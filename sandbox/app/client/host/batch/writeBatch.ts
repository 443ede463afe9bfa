import type { ApiRequest } from '../host.js';

/** One request, or several that succeed or fail together: a change set. */
export type BatchItem = ApiRequest | readonly ApiRequest[];

const boundary = 'batch_requests';

/** `POST $batch` with the items in their order (Execute batch operations using the Web API). */
export function writeBatch(
  items: readonly BatchItem[],
  headers: Readonly<Record<string, string>> = {},
): ApiRequest {
  const parts = items.map((item, at) => (isChangeSet(item) ? changeSet(item, at) : operation(item)));
  return {
    method: 'POST',
    path: '$batch',
    headers: {
      ...headers,
      'Content-Type': `multipart/mixed; boundary=${boundary}`,
      Accept: 'multipart/mixed',
    },
    body: multipart(boundary, parts),
  };
}

function isChangeSet(item: BatchItem): item is readonly ApiRequest[] {
  return Array.isArray(item);
}

function changeSet(requests: readonly ApiRequest[], at: number): string {
  const inner = `changeset_${at}`;
  const parts = requests.map((request, index) => operation(request, index + 1));
  return lines(`Content-Type: multipart/mixed; boundary=${inner}`, '', multipart(inner, parts));
}

function operation({ method, path, headers = {}, body }: ApiRequest, contentId?: number): string {
  return lines(
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    ...(contentId === undefined ? [] : [`Content-ID: ${contentId}`]),
    '',
    `${method} ${path.startsWith('/') || path.includes('://') ? path : `/api/data/v9.2/${path}`} HTTP/1.1`,
    ...(body === undefined ? [] : ['Content-Type: application/json; type=entry']),
    ...Object.entries({ Prefer: 'odata.include-annotations="*"', ...headers }).map(
      ([name, value]) => `${name}: ${value}`,
    ),
    '',
    body === undefined ? '' : JSON.stringify(body),
  );
}

function multipart(separator: string, parts: readonly string[]): string {
  return lines(...parts.flatMap((part) => [`--${separator}`, part]), `--${separator}--`, '');
}

function lines(...texts: readonly string[]): string {
  return texts.join('\r\n');
}
