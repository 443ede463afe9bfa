import { describe, expect, it } from '@jest/globals';
import { readProfiles, sameProfile } from '../../../scripts/pac/profileList.js';
import { uninterrupted } from '../../../scripts/pac/uninterrupted.js';

/** The example of the CLI's reference (pac auth list), with a profile more. */
const list = [
  'Index Active Kind      Name Friendly Name                   Url                         User                Cloud  Type',
  '[1]   *      UNIVERSAL      Personal Productivity (Default) https://x.crm.dynamics.com/ me@contoso.com      Public User',
  '[2]          UNIVERSAL Test Test                            https://t.crm.dynamics.com/ 11111111-1111-4111  Public Application',
  '',
];
const first =
  'UNIVERSAL Personal Productivity (Default) https://x.crm.dynamics.com/ me@contoso.com Public User';
const second = 'UNIVERSAL Test Test https://t.crm.dynamics.com/ 11111111-1111-4111 Public Application';

describe('the list of profiles', () => {
  it('tells place, which is active, and all else in words', () => {
    expect(readProfiles(list)).toEqual([
      { index: 1, active: true, description: first },
      { index: 2, active: false, description: second },
    ]);
  });

  it('is empty where there are none', () => {
    expect(readProfiles(["No profiles were found on this computer. Please run 'pac auth create'."])).toEqual(
      [],
    );
  });

  it.each([
    [
      'in its place',
      [
        [1, first],
        [2, second],
      ],
      1,
    ],
    [
      'where another was deleted before it',
      [
        [1, second],
        [2, first],
      ],
      2,
    ],
    [
      'among equals, in its place',
      [
        [1, first],
        [2, first],
      ],
      1,
    ],
    ['nowhere', [[1, second]], undefined],
  ] as const)('finds a profile again %s', (_, rows, index) => {
    const later = rows.map(([at, description]) => ({ index: at, active: false, description }));
    const profile = { index: 1, active: true, description: first };
    expect(sameProfile(profile, later)?.index).toBe(index);
  });
});

describe('work that restores profiles', () => {
  it.each(['succeeds', 'fails'])('goes on after a first Ctrl-C, and %s', async (ending) => {
    const before = process.listenerCount('SIGINT');
    const work = uninterrupted(async () => {
      expect(process.listenerCount('SIGINT')).toBe(before + 1);
      process.emit('SIGINT');
      expect(process.listenerCount('SIGINT')).toBe(before);
      if (ending === 'fails') throw new Error('pac was ended');
      return 'done';
    });
    await (ending === 'fails' ? expect(work).rejects.toThrow('ended') : expect(work).resolves.toBe('done'));
    expect(process.listenerCount('SIGINT')).toBe(before);
  });
});
