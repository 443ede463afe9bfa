import { expect, it } from '@jest/globals';
import { pino } from 'pino';
import { redeem } from '../../../plugins/redeem/redeem.js';
import { scriptedDoor } from '../send/scriptedDoor.js';
import { code, invitationToRedeem, otherId } from './sample.js';
import { visitor } from './recognise/sample.js';

const eve = visitor({
  subject: 'subject-of-eve',
  verifiedEmail: 'eve@attacker.example',
  name: 'Eve Attacker',
});
const owner = { contactid: otherId, fullname: 'Ann Example', statecode: 0, inv_webrole_contacts: [] };
const linkOfAnn = {
  inv_externalidentityid: 'l',
  inv_issuer: eve.issuer,
  inv_identitykey: 'of ann',
  statecode: 0,
  _inv_contactid_value: otherId,
};

/** What is told of an attempt: the log, and what is counted. */
async function toldOf(emailaddress1: string, links: readonly object[]) {
  const lines: string[] = [];
  const counted: unknown[] = [];
  const { context } = scriptedDoor({
    readTogether: ([{ key } = { key: undefined }, second]) =>
      key !== undefined && second?.set === 'contacts'
        ? [{}, { value: [{ ...owner, emailaddress1 }] }, { value: links }]
        : [invitationToRedeem({ _inv_contactid_value: otherId }), undefined],
  });
  const telling = {
    ...context,
    log: pino({ level: 'trace' }, { write: (line: string) => lines.push(line) }),
    telemetry: {
      ...context.telemetry,
      happened: (what: string, reason?: string) => {
        counted.push([what, reason]);
      },
    },
  };
  const { outcome } = await redeem({ code, visitor: eve, ipAddress: '203.0.113.66' }, telling);
  return { outcome, counted, log: lines.join('') };
}

it.each([
  ['a visitor asks for the invitation of somebody else', 'ann@contoso.example', [], 'wrongAccount'],
  ['a visitor asks to be a contact who is somebody', 'eve@attacker.example', [linkOfAnn], 'takeoverRefused'],
] as const)('that %s is told, without a word about who', async (_, address, links, event) => {
  const { outcome, counted, log } = await toldOf(address, links);
  expect(outcome).toBe('notInvited');
  expect(counted).toEqual([['security', event]]);
  expect(log).toContain(`"security":"${event}"`);
  for (const secret of [code, 'eve@', 'ann@', 'Eve', 'Ann', 'subject-of-eve', '203.0.113.66'])
    expect(log).not.toContain(secret);
});
