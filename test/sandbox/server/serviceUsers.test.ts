import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serviceUser, serviceUserName } from '../../../sandbox/dataverse/install/serviceUsers.js';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { call } from './webApi.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({
    developmentTokens: true,
    serviceUsers: 3,
    users: [
      { name: 'service', roles: ['Basic User'] },
      { name: 'service2', roles: ['Read Only'] },
    ],
  });
});
afterAll(() => sandbox.close());

const whoAmI = async (token: string) => (await call(sandbox, 'GET', 'WhoAmI', { as: token })).json['UserId'];

describe('service users', () => {
  it('sign in with development tokens of their own', async () => {
    expect(await whoAmI('dev-service')).toBe(serviceUser(1).id);
    expect(await whoAmI('dev-service2')).toBe(serviceUser(2).id);
  });

  it('sign in at the token endpoint, each as an application of its own, with the one secret', async () => {
    const { applicationId, id } = serviceUser(2);
    const answer = await call(sandbox, 'POST', '/contoso/oauth2/v2.0/token', {
      as: null,
      body: `grant_type=client_credentials&client_id=${applicationId}&client_secret=sandbox-secret&scope=x/.default`,
    });
    expect(await whoAmI(String(answer.json['access_token']))).toBe(id);
  });

  it('have the roles that `users` gives them, and none without', async () => {
    const create = (token: string) =>
      call(sandbox, 'POST', 'contacts', { as: token, body: { lastname: 'Created' } });
    const answers = [await create('dev-service'), await create('dev-service2'), await create('dev-service3')];
    expect(answers.map(({ status, code }) => [status, code])).toEqual([
      [204, undefined],
      [403, '0x80040220'],
      [403, '0x80042f09'],
    ]);
  });

  it('are as many as were asked for', async () => {
    expect((await call(sandbox, 'GET', 'WhoAmI', { as: 'dev-service4' })).status).toBe(401);
    await expect(startSandbox({ serviceUsers: 17 })).rejects.toThrow(
      'a sandbox has 1 to 16 service users, not 17.',
    );
    await expect(startSandbox({ users: [{ name: 'service2', roles: ['Basic User'] }] })).rejects.toThrow(
      'There is no user "service2" in this sandbox.',
    );
  });

  it('have ids that differ from each other', () => {
    const users = Array.from({ length: 16 }, (_, index) => serviceUser(index + 1));
    expect(new Set(users.map(({ id }) => id)).size).toBe(16);
    expect(new Set(users.map(({ applicationId }) => applicationId)).size).toBe(16);
    expect([1, 2, 16].map(serviceUserName)).toEqual(['service', 'service2', 'service16']);
  });
});
