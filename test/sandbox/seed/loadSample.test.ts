import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadSample } from '../../../sandbox/seed/loadSample.js';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';

let sandbox: Sandbox;
const tokens = { admin: 'dev-admin', manager: 'dev-manager' };

const load = (
  variables: Record<string, string> = { siteUrl: 'https://www.contoso.example' },
): Promise<void> =>
  loadSample({ url: sandbox.url, tokens, variables, now: new Date('2026-11-23T10:00:00Z') });

async function rows(query: string): Promise<Record<string, unknown>[]> {
  const response = await fetch(`${sandbox.url}/api/data/v9.2/${encodeURI(query)}`, {
    headers: { authorization: `Bearer ${tokens.admin}` },
  });
  return ((await response.json()) as { value: Record<string, unknown>[] }).value;
}

beforeAll(async () => {
  sandbox = await startSandbox({ developmentTokens: true, serviceUsers: 2 });
});
afterAll(() => sandbox.close());

describe('the sample data', () => {
  it('says which value it needs', async () => {
    await expect(load({})).rejects.toThrow('The sample data needs a value for ${siteUrl}.');
  });

  it('goes on where a load was interrupted: 30 contacts in three languages, invitations of the manager in each state', async () => {
    await load();
    const contacts = await rows('contacts?$select=mspp_userpreferredlcid');
    expect(contacts).toHaveLength(30);
    expect(new Set(contacts.map((contact) => contact.mspp_userpreferredlcid))).toEqual(
      new Set([1033, 1036, 1031]),
    );

    const invitations = await rows(
      'inv_invitations?$select=statuscode,inv_expirydate,_ownerid_value&$orderby=inv_invitationid',
    );
    expect(new Set(invitations.map((row) => row.statuscode)).size).toBe(6);
    expect(invitations[1]?.inv_expirydate).toBe('2026-12-07');
    const [manager] = await rows("systemusers?$select=systemuserid&$filter=fullname eq 'Mia Manager'");
    expect(invitations[0]?._ownerid_value).toBe(manager?.systemuserid);
  });

  it('gives its rights to every service user', async () => {
    const [first, second] = await Promise.all(
      ['dev-service', 'dev-service2'].map(async (token) => {
        const response = await fetch(`${sandbox.url}/api/data/v9.2/inv_invitations?$select=inv_codehash`, {
          headers: { authorization: `Bearer ${token}` },
        });
        return [response.status, ((await response.json()) as { value: unknown[] }).value.length];
      }),
    );
    expect(first).toEqual([200, expect.any(Number)]);
    expect(second).toEqual(first);
  });

  it('is left alone once it is complete', async () => {
    const id = '10000000-0000-4000-8000-000000000003';
    await fetch(`${sandbox.url}/api/data/v9.2/inv_invitations(${id})`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${tokens.manager}`, 'content-type': 'application/json' },
      body: JSON.stringify({ statuscode: 1 }),
    });
    await load();
    const [invitation] = await rows(`inv_invitations?$select=statuscode&$filter=inv_invitationid eq ${id}`);
    expect(invitation?.statuscode).toBe(1);
  });
});
