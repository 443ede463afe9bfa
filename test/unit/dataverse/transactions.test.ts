import { describe, expect, it } from '@jest/globals';
import type { Write } from '../../../plugins/dataverse/door.js';
import { RequestFailure } from '../../../plugins/dataverse/requestFailure.js';
import { answersOf } from '../../../plugins/dataverse/transactions.js';

const write: Write = { kind: 'create', set: 'tasks', row: { subject: 'x' } };
const one = [write];
const two = [write, write];
const refused = Object.assign(new Error(''), { status: 400, error: { code: '0x80040203', message: 'bad' } });
const who = { UserId: 'me' };

/** `done`, the status of a failure, or `unclear`. */
const seen = (transactions: (readonly Write[])[], results: unknown, failed = false) =>
  answersOf(transactions, results, failed).map((answer) =>
    answer instanceof RequestFailure ? (answer.status ?? answer.reach) : answer,
  );

describe('the answers to a batch of transactions', () => {
  it.each<[string, (readonly Write[])[], unknown, (string | number)[]]>([
    ['one of one write', [one], ['id'], ['done']],
    ['one of two writes', [two], [undefined, 'id'], ['done']],
    ['two changesets, with the read between them', [two, two], [1, 2, who, 3, 4], ['done', 'done']],
    ['single writes need no read between them', [one, two, one], [1, 2, 3, 4], ['done', 'done', 'done']],
    ['the first rolled back: nothing comes after it', [two, two], [refused], [400]],
    ['the second rolled back', [two, two], [1, 2, who, refused], ['done', 400]],
    ['the read between them failed: the second was not tried', [two, two], [1, 2, refused], ['done', 400]],
    ['an answer that breaks off', [two, two, two], [1, 2, who, 3], ['done', 'unclear', 'unclear']],
    ['a page of a proxy', [two, one], '<html>', ['unclear', 'unclear']],
  ])('%s', (_name, transactions, results, expected) => {
    expect(seen(transactions, results)).toEqual(expected);
  });

  it('does not take the last for done when the batch failed and no operation says why', () => {
    expect(seen([one, one], ['id', undefined], true)).toEqual(['done', 'unclear']);
  });
});
