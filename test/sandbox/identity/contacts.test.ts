import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contactsOf } from '../../../sandbox/identity/contacts.js';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { call, create } from '../server/webApi.js';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ developmentTokens: true });
});
afterAll(() => sandbox.close());

describe('the people of the identity provider', () => {
  it('are the contacts with an address, as they are at the moment', async () => {
    const read = contactsOf({ url: sandbox.url, token: 'dev-admin' });
    expect(await read()).toEqual([]);
    const zoe = await create(sandbox, 'contacts', {
      firstname: 'Zoë',
      lastname: 'Ångström',
      emailaddress1: 'zoe@contoso.example',
      mspp_userpreferredlcid: 1036,
    });
    const alice = await create(sandbox, 'contacts', {
      lastname: 'Alice',
      emailaddress1: 'alice@contoso.example',
    });
    await create(sandbox, 'contacts', { lastname: 'Without an address' });
    expect(await read()).toEqual([
      { id: alice, email: 'alice@contoso.example', name: 'Alice', familyName: 'Alice' },
      {
        id: zoe,
        email: 'zoe@contoso.example',
        name: 'Zoë Ångström',
        givenName: 'Zoë',
        familyName: 'Ångström',
        locale: 'fr',
      },
    ]);
    await call(sandbox, 'DELETE', `contacts(${alice})`);
    expect((await read()).map(({ id }) => id)).toEqual([zoe]);
  });

  it('cannot be read with a token of nobody', async () => {
    const read = contactsOf({ url: sandbox.url, token: 'nobody' });
    await expect(read()).rejects.toThrow('Dataverse answers with status 401.');
  });
});
