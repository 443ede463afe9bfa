import { describe, expect, it } from '@jest/globals';
import { readBatch } from '../../../sandbox/dataverse/webapi/batch/readBatch.js';

const post = (id: string, extra = '') =>
  `Content-Type: application/http\nContent-ID: ${id}\n\nPOST /api/data/v9.2/contacts HTTP/1.1\nContent-Type: application/json\n${extra}\n{"lastname":"A"}`;
const changeset = (...parts: string[]) =>
  [
    `Content-Type: multipart/mixed; boundary="cs"`,
    '',
    ...parts.flatMap((part) => ['--cs', part]),
    '--cs--',
  ].join('\n');
const batch = (...parts: string[]) => [...parts.flatMap((part) => ['--b1', part]), '--b1--', ''].join('\n');
const get =
  'Content-Type: application/http\nContent-Transfer-Encoding: binary\n\nGET contacts?$orderby=fullname asc HTTP/1.1\nAccept: application/json\n\n';

describe('reading a $batch', () => {
  it.each([
    ['unquoted', 'multipart/mixed;boundary=b1'],
    ['quoted', 'multipart/mixed; boundary="b1"'],
    ['upper case, further parameters', 'Multipart/Mixed; charset=utf-8; Boundary=b1; x=y'],
  ])('accepts a boundary that is %s', (_, contentType) => {
    expect(readBatch(contentType, batch(get))).toEqual([
      {
        kind: 'operation',
        operation: {
          method: 'GET',
          url: 'contacts?$orderby=fullname asc',
          headers: { accept: 'application/json' },
        },
      },
    ]);
  });

  it.each([
    ['LF', (text: string) => text],
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a preamble and an epilogue', (text: string) => `\r\nignored\r\n${text}\r\nignored too`],
    ['blanks after a delimiter', (text: string) => text.replaceAll(/^(--b1(?:--)?)$/gm, '$1 \t')],
  ])('reads a changeset with %s', (_, rewrite) => {
    const items = readBatch(
      'multipart/mixed;boundary=b1',
      rewrite(batch(changeset(post('1'), post('2')), get)),
    );
    expect(
      items.map((item) =>
        item.kind === 'changeset'
          ? item.operations.map(({ contentId, body }) => [contentId, body])
          : item.operation.method,
      ),
    ).toEqual([
      [
        ['1', '{"lastname":"A"}'],
        ['2', '{"lastname":"A"}'],
      ],
      'GET',
    ]);
  });

  it('takes the content id from the embedded headers as well', () => {
    const part = post('1', 'content-id: 7\n').replace('Content-ID: 1\n', '');
    const [item] = readBatch('multipart/mixed;boundary=b1', batch(changeset(part)));
    expect(item).toMatchObject({ kind: 'changeset', operations: [{ contentId: '7' }] });
  });

  it('keeps a body of several lines as it is, empty lines included', () => {
    const part = post('1').replace('{"lastname":"A"}', '{\n\n  "lastname": "A"\n}');
    const [item] = readBatch('multipart/mixed;boundary=b1', batch(part));
    expect(item).toMatchObject({ operation: { body: '{\n\n  "lastname": "A"\n}' } });
  });

  it('counts 1,000 operations as allowed and 1,001 as too many, changesets included', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => post(String(at)));
    const body = (count: number) => batch(...many(500), changeset(...many(count - 500)));
    expect(readBatch('multipart/mixed;boundary=b1', body(1000))).toHaveLength(501);
    expect(() => readBatch('multipart/mixed;boundary=b1', body(1001))).toThrow("maximum number of '1000'");
  });

  it.each([
    ['no boundary', 'multipart/mixed', batch(get), "Content-Type 'multipart/mixed' with a boundary"],
    ['JSON', 'application/json', '{"requests":[]}', "Content-Type 'multipart/mixed' with a boundary"],
    ['a boundary that never comes', 'multipart/mixed;boundary=zz', batch(get), "'zz' was not found"],
    [
      'a truncated body',
      'multipart/mixed;boundary=b1',
      batch(get).replace('--b1--', ''),
      'the request body is incomplete',
    ],
    [
      'a part without request line',
      'multipart/mixed;boundary=b1',
      batch('Content-Type: application/http\n\n'),
      'does not begin with a request line',
    ],
    ['an unknown method', 'multipart/mixed;boundary=b1', batch(get.replace('GET', 'FETCH')), "'FETCH'"],
    [
      'a batch in a batch',
      'multipart/mixed;boundary=b1',
      batch(get.replace('GET contacts', 'POST /api/data/v9.2/$batch')),
      'another batch',
    ],
    [
      'a URL over 64 KB',
      'multipart/mixed;boundary=b1',
      batch(get.replace('contacts', 'c'.repeat(65_600))),
      '64 KB',
    ],
    [
      'a GET in a changeset',
      'multipart/mixed;boundary=b1',
      batch(changeset(get)),
      "invalid HTTP method 'GET'",
    ],
    [
      'a changeset operation without Content-ID',
      'multipart/mixed;boundary=b1',
      batch(changeset(post('1').replace('Content-ID: 1\n', ''))),
      'Content-ID header not present',
    ],
    [
      'a Content-ID used twice in a changeset',
      'multipart/mixed;boundary=b1',
      batch(changeset(post('1'), post('1'))),
      'more than once',
    ],
  ])('refuses %s with 400 0x80060888', (_, contentType, body, message) => {
    expect(() => readBatch(contentType, body)).toThrow(
      expect.objectContaining({ status: 400, code: '0x80060888', message: expect.stringContaining(message) }),
    );
  });
});
