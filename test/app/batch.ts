import { answer, pathOf, type Server } from './server.js';

/** The end of a line in MIME. */
const eol = '\r\n';

interface Part {
  readonly status: number;
  readonly text: string;
}

/**
 * A server's `$batch` over its single requests, as Dataverse does it: it stops at the first failure with its status, and
 * a change set that fails answers once.
 */
export async function answerBatch(
  server: Server,
  contentType: string,
  body: string,
): Promise<{ readonly status: number; readonly body: string; readonly contentType: string }> {
  const answers: string[] = [];
  let status = 200;
  for (const [item, part] of partsOf(contentType, body).entries()) {
    const { status: answered, text } = await answerItem(server, part, item);
    answers.push(text);
    if (answered >= 400) {
      status = answered;
      break;
    }
  }
  return { status, body: multipart('answers', answers), contentType: 'multipart/mixed; boundary=answers' };
}

async function answerItem(server: Server, part: string, item: number): Promise<Part> {
  const [head, rest] = splitHead(part);
  const contentType = /^Content-Type: (.*)$/im.exec(head)?.[1] ?? '';
  if (!contentType.startsWith('multipart/')) return answerOperation(server, rest, item);
  const answers: Part[] = [];
  for (const operation of partsOf(contentType, rest)) {
    const answered = await answerOperation(server, splitHead(operation)[1], item);
    if (answered.status >= 400) return answered;
    answers.push(answered);
  }
  const texts = answers.map(({ text }) => text);
  return {
    status: 200,
    text: [`Content-Type: multipart/mixed; boundary=set_${item}`, '', multipart(`set_${item}`, texts)].join(
      eol,
    ),
  };
}

async function answerOperation(server: Server, text: string, item: number): Promise<Part> {
  const [head, body] = splitHead(text);
  const [, method = '', url = ''] = /^(\w+) (\S+) HTTP/.exec(head) ?? [];
  const lines = head.split(eol).slice(1);
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  const answered = await answer(server, {
    method,
    path: pathOf(url),
    body: body.trim() === '' ? undefined : (JSON.parse(body) as unknown),
    headers: Object.fromEntries(headers),
    batchItem: item,
  });
  const answeredHeaders = Object.entries(answered.headers).map(([name, value]) => `${name}: ${value}`);
  return {
    status: answered.status,
    text: [
      'Content-Type: application/http',
      '',
      `HTTP/1.1 ${answered.status} Answer`,
      ...answeredHeaders,
      '',
      answered.body ?? '',
    ].join(eol),
  };
}

function partsOf(contentType: string, body: string): readonly string[] {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1] ?? '';
  return `${eol}${body}`
    .split(`${eol}--${boundary}`)
    .slice(1)
    .filter((part) => !part.startsWith('--'))
    .map((part) => part.slice(eol.length));
}

function splitHead(text: string): readonly [head: string, rest: string] {
  const end = text.indexOf(eol + eol);
  return [text.slice(0, end), text.slice(end + 2 * eol.length)];
}

function multipart(boundary: string, parts: readonly string[]): string {
  return [...parts.flatMap((part) => [`--${boundary}`, part]), `--${boundary}--`, ''].join(eol);
}
