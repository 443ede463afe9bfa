import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasFailed } from '../../scripts/environment/check/checkEnvironment.js';
import { serviceClientId } from '../../sandbox/dataverse/install/wellKnown.js';
import { invitation } from '../../solution/schema.js';
import { breakages, link, type Places, readPlaces, siteUrl, template, unlink } from './breakages.js';
import { findings, type ReadyEnvironment, startReadyEnvironment, states } from './readyEnvironment.js';
import { startSite } from './site.js';

let ready: ReadyEnvironment;
let at: Places;
beforeAll(async () => {
  ready = await startReadyEnvironment();
  at = await readPlaces(ready);
}, 30_000);
afterAll(() => ready.close());

it('finds everything as it must be in an environment that is set up', async () => {
  const checks = await ready.check();
  expect(findings(checks)).toEqual([]);
  expect(Object.keys(states(checks))).toEqual([
    'solution',
    'application user',
    'security role',
    'column security',
    'privileges',
    'environment variables',
    'time zone',
    'sender queue',
    'email template',
    'site',
    'redemption page',
    'inviters',
    'languages',
    'service',
  ]);
  expect(hasFailed(checks)).toBe(false);
});

it('asks the redemption page without any code', () => {
  expect(ready.site.asked).toContain('/register?invitation=');
  expect(new Set(ready.site.asked)).toEqual(new Set(['/', '/register?invitation=']));
});

describe('names what is wrong and how to mend it:', () => {
  it.each(breakages)('$what', async ({ broken, mended, finds }) => {
    await ready.change(...broken(at));
    const found = findings(await ready.check());
    await ready.change(...mended(at));
    expect(found).toEqual(finds.map((finding) => expect.objectContaining(finding)));
    expect(found.every(({ mend }) => mend !== undefined)).toBe(true);
  });

  it('nothing, once all of that is mended', async () => {
    expect(findings(await ready.check())).toEqual([]);
  });

  it('a template that has lost its link', async () => {
    const { body } = await ready.admin.get(`${template}?$select=body`);
    await ready.change(['PATCH', template, { body: String(body).replaceAll('{{link}}', 'nowhere') }]);
    const found = findings(await ready.check());
    await ready.change(['PATCH', template, { body: String(body) }]);
    expect(found).toEqual([
      expect.objectContaining({
        name: 'email template',
        state: 'failed',
        found: expect.stringMatching(/^en-US: .* does not contain \{\{link\}\}/),
      }),
    ]);
  });

  it.each([
    { status: 503, state: 'failed' },
    { status: 404, state: 'warning' },
    { status: 302, state: undefined },
  ])('a site that answers $status: $state', async ({ status, state }) => {
    ready.site.answer(status);
    const found = states(findings(await ready.check()));
    ready.site.answer(200);
    expect(found.site).toBe(state);
  });

  it('a site where nobody is', async () => {
    const gone = await startSite();
    await gone.close();
    await ready.change(siteUrl(at, gone.url));
    const found = findings(await ready.check());
    await ready.change(siteUrl(at, at.site));
    expect(found).toEqual([
      expect.objectContaining({
        name: 'site',
        state: 'failed',
        found: expect.stringContaining('ECONNREFUSED'),
      }),
    ]);
  });

  it('an application that has no user, and one whose user holds another role', async () => {
    const stranger = '11111111-0000-4000-8000-00000000000a';
    expect(findings(await ready.check({ applicationUser: stranger }))).toEqual([
      expect.objectContaining({
        name: 'application user',
        found: `there is none for the application ${stranger}`,
      }),
    ]);
    await ready.change(
      unlink('systemuserroles_association', at.role),
      link(at, 'systemuserroles_association', 'roles(d58407f2-48d5-e711-a82c-000d3a37c848)'),
    );
    const found = states(findings(await ready.check({ applicationUser: serviceClientId })));
    await ready.change(
      link(at, 'systemuserroles_association', `roles(${at.role})`),
      unlink('systemuserroles_association', 'd58407f2-48d5-e711-a82c-000d3a37c848'),
    );
    expect(found).toEqual({ 'security role': 'failed', privileges: 'failed' });
  });

  it('invitations that nobody sends', async () => {
    const row = { inv_name: 'Waits', inv_type: invitation.type.single };
    await ready.change(['POST', invitation.set, { ...row, statuscode: invitation.status.sendRequested }]);
    const inTenMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);
    expect(findings(await ready.check({}, inTenMinutes(5)))).toEqual([]);
    expect(states(findings(await ready.check({}, inTenMinutes(15))))).toEqual({ service: 'warning' });
  });

  it('languages that are not enabled', async () => {
    expect(findings(await ready.check({ languages: [1033, 1040] }))).toEqual([
      expect.objectContaining({
        name: 'languages',
        state: 'warning',
        found: expect.stringMatching(/^it-IT not enabled/),
      }),
    ]);
  });
});

describe('without the rights to look', () => {
  it('says what it could not see, and checks the rest', async () => {
    const checks = await ready.checkAs('dev-service');
    expect(states(checks)).toMatchObject({
      solution: 'unknown',
      'application user': 'unknown',
      'environment variables': 'ok',
      'email template': 'ok',
      site: 'ok',
    });
    expect(checks.find(({ name }) => name === 'solution')).toMatchObject({
      found: 'who signed in may not read solutions',
      mend: expect.stringContaining('the right to read solutions'),
    });
  });

  it('is over when the sign-in is not accepted', async () => {
    await expect(ready.checkAs('dev-nobody')).rejects.toThrow('does not accept the sign-in');
  });
});
