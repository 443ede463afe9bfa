import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApplicationUser } from '../../scripts/environment/createApplicationUser.js';
import { openEnvironment } from '../../scripts/environment/openEnvironment.js';
import { findings, type ReadyEnvironment, startReadyEnvironment } from './readyEnvironment.js';

const clientId = '2b0ff1ce-0000-4000-8000-0000000000aa';
let ready: ReadyEnvironment;
beforeAll(async () => {
  ready = await startReadyEnvironment();
}, 30_000);
afterAll(() => ready.close());

describe('the application user', () => {
  it('is made with all that the service needs, and made once', async () => {
    expect(findings(await ready.check({ applicationUser: clientId }))).toEqual([
      expect.objectContaining({ name: 'application user', state: 'failed' }),
    ]);
    const steps = () => createApplicationUser(ready.admin, clientId, ready.expected);
    expect(await steps()).toEqual(['user', 'role', 'profile']);
    expect(await steps()).toEqual([]);
    expect(findings(await ready.check({ applicationUser: clientId }))).toEqual([]);
    expect(await ready.admin.all(`systemusers?$filter=applicationid eq ${clientId}`)).toHaveLength(1);
  });

  it('that has lost its role gets it back, and nothing else', async () => {
    const [user] = await ready.admin.all(`systemusers?$filter=applicationid eq ${clientId}`);
    const [role] = await ready.admin.all("roles?$filter=name eq 'Invitation Service'");
    await ready.change([
      'DELETE',
      `systemusers(${user?.systemuserid})/systemuserroles_association(${role?.roleid})/$ref`,
    ]);
    expect(await createApplicationUser(ready.admin, clientId, ready.expected)).toEqual(['role']);
  });

  it('is refused to who is no administrator, in a sentence', async () => {
    const manager = await openEnvironment({
      url: ready.sandbox.url,
      variables: { DATAVERSE_TOKEN: 'dev-manager' },
    });
    const other = '2b0ff1ce-0000-4000-8000-0000000000bb';
    await expect(createApplicationUser(manager, other, ready.expected)).rejects.toMatchObject({
      status: 403,
      lacksPrivilege: true,
    });
  });

  it('needs the solution', async () => {
    const role = { ...ready.expected.role, name: 'No such role' };
    await expect(createApplicationUser(ready.admin, clientId, { ...ready.expected, role })).rejects.toThrow(
      'The environment has no "No such role". Import the solution first: npm run deploy.',
    );
  });
});
