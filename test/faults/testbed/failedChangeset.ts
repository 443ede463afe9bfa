import type { Interference } from './interferingProxy.js';

const boundary = 'batchresponse_failed';

/**
 * The answer to a batch whose changeset failed at one of its operations: Dataverse has rolled back all of it and says one error, not
 * which operation was at fault (OData 4.0, "Batch requests": change sets are atomic).
 */
export function failedChangeset(error: { readonly status: number; readonly code: string }): Interference {
  const body = [
    `--${boundary}`,
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    '',
    `HTTP/1.1 ${error.status} Refused`,
    'Content-Type: application/json; odata.metadata=minimal',
    'OData-Version: 4.0',
    '',
    JSON.stringify({ error: { code: error.code, message: 'Refused in the middle of the batch.' } }),
    `--${boundary}--`,
    '',
  ].join('\r\n');
  return {
    kind: 'answer',
    status: error.status,
    headers: { 'content-type': `multipart/mixed; boundary=${boundary}` },
    body,
  };
}
