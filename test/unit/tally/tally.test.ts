import { describe, expect, it } from '@jest/globals';
import { mailKey, redemptionKey } from '../../../scripts/tally/key.js';
import { mailEffects } from '../../../scripts/tally/mailEffects.js';
import {
  redemptionEffects,
  startedWorkflows,
  workflowEffects,
} from '../../../scripts/tally/redemptionEffects.js';
import { isExact, tally, type Tally, type TallyInput } from '../../../scripts/tally/tally.js';
import { inviteRedemption } from '../../../solution/schema.js';

describe('a tally', () => {
  const nothing: Tally = { requested: 0, effected: 0, lost: [], doubled: [], unexpected: [], recovered: 0 };
  const cases: readonly (readonly [string, TallyInput, Partial<Tally>, boolean])[] = [
    ['is all zero for nothing', { requested: [], effects: [] }, {}, true],
    [
      'is exact when each has its one effect',
      { requested: ['a', 'b'], effects: ['b', 'a'] },
      { requested: 2, effected: 2 },
      true,
    ],
    [
      'finds what was lost',
      { requested: ['a', 'b'], effects: ['a'] },
      { requested: 2, effected: 1, lost: ['b'] },
      false,
    ],
    [
      'finds what happened twice',
      { requested: ['a'], effects: ['a', 'a'] },
      { requested: 1, effected: 1, doubled: ['a'] },
      false,
    ],
    [
      'names three of one as one',
      { requested: ['a'], effects: ['a', 'a', 'a'] },
      { requested: 1, effected: 1, doubled: ['a'] },
      false,
    ],
    ['finds what nobody asked for', { requested: [], effects: ['a'] }, { unexpected: ['a'] }, false],
    [
      'finds what nobody asked for, twice',
      { requested: [], effects: ['a', 'a'] },
      { unexpected: ['a'], doubled: ['a'] },
      false,
    ],
    [
      'counts a request given twice once',
      { requested: ['a', 'a'], effects: ['a'] },
      { requested: 1, effected: 1 },
      true,
    ],
    [
      'takes an indeterminate one that did not happen',
      { requested: [], effects: [], indeterminate: ['a'] },
      {},
      true,
    ],
    [
      'counts an indeterminate one that happened',
      { requested: [], effects: ['a'], indeterminate: ['a'] },
      { recovered: 1 },
      true,
    ],
    [
      'finds an indeterminate one twice',
      { requested: [], effects: ['a', 'a'], indeterminate: ['a'] },
      { recovered: 1, doubled: ['a'] },
      false,
    ],
    [
      'lets the certain win over the indeterminate',
      { requested: ['a'], effects: [], indeterminate: ['a'] },
      { requested: 1, lost: ['a'] },
      false,
    ],
  ];
  it.each(cases)('%s', (_, input, wanted, exact) => {
    const found = tally(input);
    expect(found).toEqual({ ...nothing, ...wanted });
    expect(isExact(found)).toBe(exact);
  });
});

describe('the key of an effect', () => {
  it('is the same for GUIDs in any case', () => {
    expect(mailKey('AB', 'Cd', 2)).toBe('ab/cd/2');
    expect(redemptionKey('AB', 'Cd')).toBe('ab/cd');
  });
});

describe('a mail', () => {
  const origins = {
    invitationOf: new Map([
      ['code1', 'i1'],
      ['a b', 'i2'],
    ]),
    contactOf: new Map([['ada@soak.example', 'c1']]),
    generationOf: new Map([['i2', 3]]),
  };
  const link = (code: string): string => `Follow <https://site.example/register?invitation=${code}> soon`;
  const cases: readonly (readonly [string, string, string, string])[] = [
    [
      'belongs to the invitation of its link and the contact of its address',
      link('code1'),
      'ada@soak.example',
      'i1/c1/1',
    ],
    ['belongs to the generation that was asked for', link('a%20b'), 'ADA@soak.example', 'i2/c1/3'],
    ['of an unknown code belongs to nobody', link('code2'), 'ada@soak.example', 'unknown/c1/1'],
    ['to an unknown address belongs to nobody', link('code1'), 'eve@soak.example', 'i1/unknown/1'],
    ['without a link belongs to nobody', 'Hello', 'ada@soak.example', 'unknown/c1/1'],
  ];
  it.each(cases)('%s', (_, text, address, key) => {
    expect(mailEffects([{ recipients: [address], text }], origins)).toEqual([key]);
  });

  it('to two addresses counts twice', () => {
    const mail = { recipients: ['ada@soak.example', 'eve@soak.example'], text: link('code1') };
    expect(mailEffects([mail], origins)).toEqual(['i1/c1/1', 'i1/unknown/1']);
  });
});

describe('a redemption', () => {
  const { started, none } = inviteRedemption.workflowState;
  const activity = (contact: string | null, state: number) => ({
    activityid: 'x',
    statecode: 1,
    inv_workflowstate: state,
    _regardingobjectid_value: 'i1',
    _inv_contactid_value: contact,
  });

  it('is told by its activity, and its workflow by the state of that', () => {
    const activities = [activity('c1', started), activity('c2', none), activity(null, none)];
    expect(redemptionEffects(activities)).toEqual(['i1/c1', 'i1/c2', 'i1/deleted']);
    expect(startedWorkflows(activities)).toEqual(['i1/c1']);
  });

  it('is known by the contact on whom its workflow runs', () => {
    const jobs = [
      { _regardingobjectid_value: 'c1' },
      { _regardingobjectid_value: 'c9' },
      { _regardingobjectid_value: null },
    ];
    expect(workflowEffects(jobs, new Map([['c1', 'i1']]))).toEqual([
      'i1/c1',
      'unknown/c9',
      'unknown/unknown',
    ]);
  });
});
