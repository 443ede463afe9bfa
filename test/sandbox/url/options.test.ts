import { describe, expect, it } from '@jest/globals';
import { parseApply } from '../../../sandbox/dataverse/webapi/url/parseApply.js';
import { parseExpand, type ExpandItem } from '../../../sandbox/dataverse/webapi/url/parseExpand.js';
import { parseOrderBy } from '../../../sandbox/dataverse/webapi/url/parseOrderBy.js';
import { parseSelect } from '../../../sandbox/dataverse/webapi/url/parseSelect.js';

const refused = expect.objectContaining({ status: 400 }) as unknown as Error;

describe('$expand', () => {
  const parts = ({ navigation, reference, cast, select, orderBy, top, expand }: ExpandItem): unknown => ({
    navigation,
    ...(reference ? { reference } : {}),
    ...(cast === undefined ? {} : { cast }),
    ...(select === undefined ? {} : { select }),
    ...(orderBy === undefined ? {} : { orderBy }),
    ...(top === undefined ? {} : { top }),
    ...(expand === undefined ? {} : { expand: expand.map(parts) }),
  });

  it.each([
    ['a,b', [{ navigation: 'a' }, { navigation: 'b' }]],
    ['a($select=x,y),b', [{ navigation: 'a', select: ['x', 'y'] }, { navigation: 'b' }]],
    [
      "a($filter=n eq 'x;y)';$top=2;$orderby=n desc,m)",
      [
        {
          navigation: 'a',
          top: 2,
          orderBy: [
            { steps: ['n'], descending: true },
            { steps: ['m'], descending: false },
          ],
        },
      ],
    ],
    [
      'a($select=x;$expand=b($select=y;$expand=c))',
      [
        {
          navigation: 'a',
          select: ['x'],
          expand: [{ navigation: 'b', select: ['y'], expand: [{ navigation: 'c' }] }],
        },
      ],
    ],
    ['a/$ref', [{ navigation: 'a', reference: true }]],
    [
      'ownerid/Microsoft.Dynamics.CRM.team($select=name)',
      [{ navigation: 'ownerid', cast: 'team', select: ['name'] }],
    ],
    ['', []],
  ])('%s', (text, items) => {
    expect(parseExpand(text).map(parts)).toEqual(items);
  });

  it.each(['a($skip=1)', 'a($select=)', 'a(', '(a)', 'a($top=x)', 'a/b/c'])('refuses %s', (text) => {
    expect(() => parseExpand(text)).toThrow(refused);
  });
});

describe('$orderby and $select', () => {
  it('read directions and paths', () => {
    expect(parseOrderBy('a, b/c desc,d asc')).toEqual([
      { steps: ['a'], descending: false },
      { steps: ['b', 'c'], descending: true },
      { steps: ['d'], descending: false },
    ]);
    expect(parseSelect('a, b,a')).toEqual(['a', 'b']);
    expect(parseSelect('*')).toBe('all');
  });

  it.each(['a up', 'a,', 'contains(a)'])('refuse the order %s', (text) => {
    expect(() => parseOrderBy(text)).toThrow(refused);
  });
});

describe('$apply', () => {
  it('reads filters, groups and aggregates in their order', () => {
    expect(parseApply('filter(a eq 1)/groupby((b,c/d),aggregate(e with sum as total,$count as n))')).toEqual([
      expect.objectContaining({ kind: 'filter' }),
      { kind: 'groupby', paths: [['b'], ['c', 'd']] },
      {
        kind: 'aggregate',
        values: [
          { steps: ['e'], method: 'sum', alias: 'total' },
          { method: 'count', alias: 'n' },
        ],
      },
    ]);
  });

  it.each(['groupby(a)', 'aggregate(a)', 'aggregate(a with median as x)', 'top(3)', 'filter(a eq 1'])(
    'refuses %s',
    (text) => {
      expect(() => parseApply(text)).toThrow(refused);
    },
  );
});
