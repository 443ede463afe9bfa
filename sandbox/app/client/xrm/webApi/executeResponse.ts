import type { ApiAnswer } from '../../host/host.js';
import { failClosed } from '../failClosed.js';

/** What execute resolves to: as fetch's Response, as far as the client API documents it. */
export function executeResponse(answer: ApiAnswer, url: string): object {
  return failClosed(
    'the response of Xrm.WebApi.online.execute',
    {
      ok: answer.status < 400,
      status: answer.status,
      statusText: statusTexts[answer.status] ?? '',
      headers: new Headers({ ...answer.headers }),
      url,
      json: () => Promise.resolve().then(() => answer.json()),
      text: () => Promise.resolve(answer.text),
    },
    { body: 'text() or json()', type: 'status' },
  );
}

const statusTexts: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  304: 'Not Modified',
};
