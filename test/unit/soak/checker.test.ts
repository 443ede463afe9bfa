import { describe, expect, it } from '@jest/globals';
import { invitation, inviteRedemption, redemptionRequest } from '../../../solution/schema.js';
import { checkLog } from '../../../scripts/soak/checker/checkLog.js';
import { checkWave } from '../../../scripts/soak/checker/checkWave.js';
import type { WaveFacts } from '../../../scripts/soak/checker/facts.js';
import type { ViolationKind } from '../../../scripts/soak/checker/violation.js';
import type { Spell } from '../../../scripts/soak/nemesis/spell.js';
import { mailTo, soundAsked, soundFacts } from './soundWave.js';

/** The facts with one kind of row changed: those that match get other values, or go. */
const changed = <K extends keyof WaveFacts>(
  kind: K,
  match: (row: WaveFacts[K][number]) => boolean,
  values: Partial<WaveFacts[K][number]> | undefined,
): WaveFacts => ({
  ...soundFacts,
  [kind]: soundFacts[kind].flatMap((row) => (match(row) ? (values ? [{ ...row, ...values }] : []) : [row])),
});
const added = <K extends keyof WaveFacts>(kind: K, ...rows: WaveFacts[K][number][]): WaveFacts => ({
  ...soundFacts,
  [kind]: [...soundFacts[kind], ...rows],
});
const ofInvitation = (id: string) => (row: { inv_invitationid: string }) => row.inv_invitationid === id;
const ofRequest = (id: string) => (row: { inv_redemptionrequestid: string }) =>
  row.inv_redemptionrequestid === id;
const ofActivity = (id: string) => (row: { activityid: string }) => row.activityid === id;
const [recorded] = soundFacts.activities;

describe('the checker of a wave', () => {
  it('has nothing to say of a wave that went well', () => {
    const { mails, redemptions, violations } = checkWave(soundAsked, soundFacts);
    expect(violations).toEqual([]);
    expect(mails).toMatchObject({ requested: 4, effected: 4, recovered: 1 });
    expect(redemptions).toMatchObject({ requested: 1, effected: 1, recovered: 1 });
  });

  it('takes it that a request whose answer was lost never arrived', () => {
    const without = changed('invitations', ofInvitation('unsure'), undefined);
    const mails = without.mails.filter(({ text }) => !text.includes('unsure'));
    expect(checkWave(soundAsked, { ...without, mails }).violations).toEqual([]);
  });

  const { status, state } = invitation;
  const planted: readonly (readonly [string, ViolationKind, string, WaveFacts])[] = [
    [
      'a mail that never came',
      'mail lost',
      'again/ivy/2',
      changed('mails', ({ text }) => text.includes('again'), undefined),
    ],
    ['a mail that came twice', 'mail doubled', 'single/ada/1', added('mails', mailTo('single', 'ada'))],
    [
      'a mail of a withdrawn invitation',
      'mail unexpected',
      'unknown/fay/1',
      added('mails', mailTo('withdrawn', 'fay')),
    ],
    [
      'a mail to a contact of another invitation',
      'mail unexpected',
      'single/bob/1',
      added('mails', mailTo('single', 'bob')),
    ],
    ['a mail despite poison', 'mail unexpected', 'poison/dan/1', added('mails', mailTo('poison', 'dan'))],
    [
      'one that still asks',
      'wrong state',
      'again',
      changed('invitations', ofInvitation('again'), { statuscode: status.sendRequested }),
    ],
    [
      'one that was sent once too often',
      'wrong state',
      'again',
      changed('invitations', ofInvitation('again'), { inv_sendgeneration: 3 }),
    ],
    [
      'poison without its reason',
      'wrong state',
      'poison',
      changed('invitations', ofInvitation('poison'), { inv_sendresult: 1 }),
    ],
    ['one that vanished', 'wrong state', 'again', changed('invitations', ofInvitation('again'), undefined)],
    [
      'a withdrawn one that is active again',
      'wrong state',
      'withdrawn',
      changed('invitations', ofInvitation('withdrawn'), {
        statecode: state.active,
        inv_code: 'x',
        inv_codehash: '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
      }),
    ],
    [
      'a hash that is not the code’s',
      'wrong code',
      'single',
      changed('invitations', ofInvitation('single'), { inv_codehash: 'ff' }),
    ],
    [
      'an active one without a code',
      'wrong code',
      'again',
      changed('invitations', ofInvitation('again'), { inv_code: null }),
    ],
    [
      'two with one code',
      'wrong code',
      'twin',
      added('invitations', {
        ...soundFacts.invitations[0],
        inv_invitationid: 'twin',
      } as WaveFacts['invitations'][number]),
    ],
    [
      'a group redeemed beyond its maximum',
      'redeemed too often',
      'group',
      added('activities', {
        ...recorded,
        activityid: 'a',
        _regardingobjectid_value: 'group',
        _inv_contactid_value: 'cy',
      } as WaveFacts['activities'][number]),
    ],
    [
      'a count beyond the maximum',
      'redeemed too often',
      'group',
      changed('invitations', ofInvitation('group'), { inv_redemptions: 2 }),
    ],
    [
      'a count without its record',
      'redemption lost',
      'single',
      changed('activities', ofActivity('single-ada'), undefined),
    ],
    [
      'a redemption without its record',
      'redemption lost',
      'single/ada',
      changed('activities', ofActivity('single-ada'), undefined),
    ],
    [
      'a redemption recorded twice',
      'redemption doubled',
      'single/ada',
      added('activities', { ...recorded, activityid: 'b' } as WaveFacts['activities'][number]),
    ],
    [
      'a redemption by a stranger',
      'redemption unexpected',
      'single/eve',
      added('activities', {
        ...recorded,
        activityid: 'c',
        _inv_contactid_value: 'eve',
      } as WaveFacts['activities'][number]),
    ],
    [
      'a request without an answer',
      'wrong answer',
      'r-cy',
      changed('requests', ofRequest('r-cy'), { statecode: 0 }),
    ],
    ['a request that is gone', 'wrong answer', 'r-cy', changed('requests', ofRequest('r-cy'), undefined)],
    [
      'an answered request that keeps its code',
      'wrong answer',
      'r-cy',
      changed('requests', ofRequest('r-cy'), { inv_code: 'x' }),
    ],
    [
      'a yes to who got nothing',
      'wrong answer',
      'r-cy',
      changed('requests', ofRequest('r-cy'), { inv_outcome: redemptionRequest.outcome.redeemed }),
    ],
    [
      'a no to who was granted all',
      'wrong answer',
      'r-ada',
      changed('requests', ofRequest('r-ada'), { inv_outcome: redemptionRequest.outcome.invalidCode }),
    ],
    [
      'a role that is missing',
      'wrong grant',
      'ada',
      changed('contacts', ({ contactid }) => contactid === 'ada', { inv_webrole_contacts: [] }),
    ],
    [
      'an account nobody granted',
      'wrong grant',
      'cy',
      changed('contacts', ({ contactid }) => contactid === 'cy', { _parentcustomerid_value: 'x' }),
    ],
    ['a workflow that never ran', 'workflow lost', 'single/ada', { ...soundFacts, jobs: [] }],
    [
      'a workflow that ran twice',
      'workflow doubled',
      'single/ada',
      added('jobs', { _regardingobjectid_value: 'ada' }),
    ],
    [
      'a workflow nobody asked for',
      'workflow unexpected',
      'group/bob',
      added('jobs', { _regardingobjectid_value: 'bob' }),
    ],
    [
      'an activity that still waits for its workflow',
      'wrong state',
      'single-ada',
      changed('activities', ofActivity('single-ada'), {
        statecode: inviteRedemption.state.open,
        inv_workflowstate: inviteRedemption.workflowState.pending,
      }),
    ],
  ];
  it.each(planted)('finds %s', (_, kind, subject, facts) => {
    const found = checkWave(soundAsked, facts).violations.map(
      (violation) => `${violation.kind}: ${violation.subject}`,
    );
    expect(found).toContain(`${kind}: ${subject}`);
  });
});

describe('the checker of logs', () => {
  const code = '0123456789abcdefghjkmnpqrs';
  const spells: readonly Spell[] = [
    { trouble: 'dropAfter', from: 0, to: 9_000 },
    { trouble: 'pause', service: 'service-2', from: 100_000, to: 110_000 },
  ];
  const checkAt = (at: number, ...lines: readonly string[]): readonly string[] =>
    checkLog(
      'service-1',
      lines.map((text) => ({ at, text })),
      new Set([code]),
      spells,
    ).map(({ kind, subject, says }) => `${kind}: ${subject}: ${says}`);
  const check = (...lines: readonly string[]): readonly string[] =>
    checkAt(10_000, ...lines).map((found) => found.split(': ').slice(0, 2).join(': '));
  const line = (level: string, more: object = {}): string =>
    JSON.stringify({ level, message: 'something', ...more });

  it('has nothing to say of what a service says', () => {
    expect(check(line('info', { row: 'b25457de-65f5-4e97-8e92-91f5b96634ee' }), line('warn'), '')).toEqual(
      [],
    );
  });

  it.each([
    ['a code', line('info', { link: `https://site.example/?invitation=${code}` })],
    ['a typed code', line('info', { text: 'Soak-b25457de-65f5' })],
    ['an address', line('warn', { text: 'ada@soak.example' })],
    ['the client secret', line('info', { text: 'sandbox-secret' })],
    ['a token', line('info', { text: 'Bearer dev-service' })],
    ['a signed token', line('info', { text: 'eyJhbGciOiJSUzI1NiJ9.e30' })],
  ])('finds %s, and does not repeat it', (_, leak) => {
    expect(check(line('info'), leak)).toEqual(['secret in the log: service-1, line 2']);
    expect(checkAt(10_000, leak).join()).not.toContain(code);
  });

  it('takes 26 letters that are no code for what they are', () => {
    expect(check(line('info', { text: 'abcdefghjkmnpqrstvwxyz0123' }))).toEqual([]);
  });

  it.each([
    ['an error nobody foresaw', line('error', { error: { sentence: 'x is not a function' } }), true],
    ['a crash', line('fatal'), true],
    ['what Node writes of itself', 'TypeError: x is not a function', true],
    ['what a storm explains', line('error', { errorCode: 'INV_DATAVERSE_UNREACHABLE' }), false],
    ['what no storm explains', line('error', { errorCode: 'INV_CODE_UNREADABLE' }), true],
    ['what another storm would explain', line('error', { errorCode: 'INV_DATAVERSE_BUSY' }), true],
  ])('judges %s', (_, text, isViolation) => {
    expect(check(text)).toEqual(isViolation ? ['unexpected error: service-1, line 1'] : []);
  });

  it.each([
    ['while a storm is on', 5_000, 0],
    ['soon after it', 18_000, 0],
    ['long after it', 30_000, 1],
    ['while another service is paused', 105_000, 1],
  ])('judges an error %s', (_, at, violations) => {
    expect(checkAt(at, line('error', { errorCode: 'INV_DATAVERSE_UNREACHABLE' }))).toHaveLength(violations);
  });

  it('knows that signing in stays impossible for a minute after a fault', () => {
    const held = line('error', { errorCode: 'INV_SIGN_IN_UNREACHABLE' });
    expect(checkAt(60_000, held)).toEqual([]);
    expect(checkAt(90_000, held)).toHaveLength(1);
  });
});
