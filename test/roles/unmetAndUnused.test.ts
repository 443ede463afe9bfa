import { describe, expect, it } from '@jest/globals';
import { columnSecurityProfiles, securityRoles } from '../../solution/schema.js';
import { columnRightsOf, privilegesOf } from './shipped.js';
import { unmetAndUnused } from './unmetAndUnused.js';

const asked = (names: readonly string[]): Map<string, boolean> => new Map(names.map((name) => [name, true]));

describe('a role and what its work took', () => {
  it.each<[string, readonly string[], readonly [string, boolean][], readonly string[]]>([
    ['are the same', ['prvReadContact'], [['prvReadContact', true]], []],
    ['are the same in another case', ['prvReadcontact'], [['prvReadContact', true]], []],
    [
      'differ by what was refused',
      [],
      [['prvReadContact', false]],
      ['prvReadContact is missing: it was asked for and refused'],
    ],
    [
      'differ by what another role gave',
      [],
      [['prvReadContact', true]],
      ['prvReadContact is missing: another role granted it'],
    ],
    [
      'differ by what was refused, although the role lists it',
      ['prvReadContact'],
      [['prvReadContact', false]],
      ['prvReadContact is missing: it was asked for and refused'],
    ],
    [
      'differ by what nothing asked for',
      ['prvReadContact', 'prvWriteContact'],
      [['prvReadContact', true]],
      ['prvWriteContact is unused: nothing asked for it'],
    ],
  ])('%s', (_, given, log, sentences) => {
    expect(unmetAndUnused(given, new Map(log))).toEqual(sentences);
  });
});

describe.each([
  ...[securityRoles.invitationManager, securityRoles.invitationService].map(
    (role) => [role, privilegesOf(role)] as const,
  ),
  ...Object.values(columnSecurityProfiles).map((profile) => [profile, columnRightsOf(profile)] as const),
])('%s', (_, given) => {
  it('is told from itself with any one right less, and with one more', () => {
    expect(given.length).toBeGreaterThan(0);
    for (const name of given) {
      const rest = given.filter((other) => other !== name);
      expect(unmetAndUnused(rest, asked(given).set(name, false))).toEqual([
        expect.stringMatching(`^${name} is missing`),
      ]);
      expect(unmetAndUnused(given, asked(rest))).toEqual([expect.stringMatching(`^${name} is unused`)]);
    }
  });
});
