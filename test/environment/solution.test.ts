import { afterAll, describe, expect, it } from '@jest/globals';
import { hasFailed } from '../../scripts/environment/check/checkEnvironment.js';
import { servicePrivileges } from '../../scripts/environment/check/servicePrivileges.js';
import { changedSolution } from './changedSolution.js';
import { findings, startReadyEnvironment, states } from './readyEnvironment.js';

const clean: (() => unknown)[] = [];
afterAll(async () => {
  for (const step of clean) await step();
});

describe('the solution', () => {
  it('is missed in an environment without it, and nothing crashes', async () => {
    const ready = await startReadyEnvironment({ solutions: [] });
    clean.push(() => ready.close());
    const checks = await ready.check();
    expect(states(checks)).toMatchObject({
      solution: 'failed',
      'application user': 'failed',
      'environment variables': 'failed',
      service: 'unknown',
    });
    expect(checks[0]).toMatchObject({
      found: 'ContactInvitations is not installed',
      mend: `Import it: npm run deploy -- --environment ${ready.admin.url}`,
    });
    expect(checks.filter(({ name }) => name === 'environment variables')).toMatchObject([
      { found: 'none of 11 is defined' },
    ]);
    expect(hasFailed(checks)).toBe(true);
  }, 30_000);

  it('is to be upgraded when it is older, and the privileges it lacked are named', async () => {
    const older = changedSolution([
      { file: 'Other/Solution.xml', text: /<Version>.*<\/Version>/, by: '<Version>0.0.9.0</Version>' },
      {
        file: 'Roles/Invitation Service.xml',
        text: /<RolePrivilege name="prvWriteContact" level="Global" \/>/,
        by: '<RolePrivilege name="prvWriteContact" level="Local" />',
      },
      {
        file: 'Roles/Invitation Service.xml',
        text: /<RolePrivilege name="prvSendAsUser" level="Global" \/>/,
        by: '',
      },
    ]);
    clean.push(older.remove);
    const ready = await startReadyEnvironment({ solutions: [older.folder] });
    clean.push(() => ready.close());
    const { version } = ready.expected.solution;
    expect(findings(await ready.check())).toEqual([
      {
        name: 'solution',
        state: 'failed',
        found: `ContactInvitations 0.0.9.0, unmanaged; this source is ${version}`,
        mend: `Upgrade it: npm run deploy -- --environment ${ready.admin.url}`,
      },
      expect.objectContaining({
        name: 'privileges',
        state: 'failed',
        found: '# Service lacks prvSendAsUser, prvWriteContact',
      }),
    ]);
    const solution = { uniqueName: 'ContactInvitations', version: '0.0.8.12' };
    expect(findings(await ready.check({ solution }))[0]).toMatchObject({
      mend: expect.stringContaining('The environment is ahead'),
    });
  }, 30_000);
});

describe('privileges', () => {
  it('that the environment does not know are not missed', async () => {
    const privileges = new Map([
      ['prvReadContact', 'Global'],
      ['prvReadNothing', 'Global'],
      ['prvSendAsUser', 'Global'],
    ] as const);
    const user = {
      id: 'u',
      name: '# Service',
      applicationId: 'a',
      isDisabled: false,
      roles: [],
      profiles: [],
    };
    const check = await servicePrivileges(user, {
      environment: {
        url: 'https://contoso.example',
        get: async () => ({ RolePrivileges: [{ PrivilegeName: 'prvReadContact', Depth: 'Global' }] }),
        all: async () => [{ name: 'prvSendAsUser' }],
        send: () => Promise.reject(new Error('nothing is written')),
      },
      expected: {
        solution: { uniqueName: 'X', version: '1.0.0.0' },
        role: { id: 'r', name: 'Invitation Service', privileges },
        profile: 'P',
        managerRole: 'M',
        variables: [],
        languages: [],
      },
      now: new Date(),
      reach: async () => ({ status: 200 }),
    });
    expect(check).toMatchObject({ state: 'failed', found: '# Service lacks prvSendAsUser' });
  });
});
