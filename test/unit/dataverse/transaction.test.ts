import { describe, expect, it } from '@jest/globals';
import type { Write } from '../../../plugins/dataverse/door.js';
import { RequestFailure } from '../../../plugins/dataverse/failure/requestFailure.js';
import { requireCommitted } from '../../../plugins/dataverse/transport/transaction.js';

const write: Write = { kind: 'create', set: 'tasks', row: { subject: 'x' } };
const one = [write];
const two = [write, write];
const refused = Object.assign(new Error(''), { status: 400, error: { code: '0x80040203', message: 'bad' } });

/** `done`, the status of a failure, or `unclear`. */
function seen(writes: readonly Write[], results: unknown, failed: boolean): unknown {
  try {
    requireCommitted(writes, results, failed);
    return 'done';
  } catch (failure) {
    if (!(failure instanceof RequestFailure)) return failure;
    return failure.status ?? failure.reach;
  }
}

describe('the answer to a transaction', () => {
  it.each<[string, readonly Write[], unknown, boolean, string | number]>([
    ['one write', one, ['id'], false, 'done'],
    ['two writes', two, [undefined, 'id'], false, 'done'],
    ['rolled back', two, [refused], true, 400],
    ['rolled back, answered with 200', two, [refused], false, 400],
    ['refused after an operation that is rolled back with it', two, ['id', refused], true, 400],
    ['broken off', two, ['id'], false, 'unclear'],
    ['empty', one, [], false, 'unclear'],
    ['a page of a proxy', one, '<html>', false, 'unclear'],
    ['failed, and no operation says why', one, [undefined], true, 'unclear'],
    ['an error that tells nothing', one, [new Error('?')], false, 'unclear'],
  ])('%s', (_name, writes, results, failed, expected) => {
    expect(seen(writes, results, failed)).toBe(expected);
  });
});
