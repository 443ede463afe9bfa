import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { create } from '../server/webApi.js';
import { ownPage, signedInAs, type Browser } from './browser.js';

let sandbox: Sandbox;
let contact: string;
beforeAll(async () => {
  sandbox = await startSandbox({ app: true, developmentTokens: true });
  contact = await create(sandbox, 'contacts', {
    lastname: 'Mendes',
    birthdate: '1990-02-01',
    'ownerid@odata.bind': '/systemusers(5a5d0000-0000-4000-8000-000000000012)',
  });
});
afterAll(() => sandbox.close());

const api = '/api/data/v9.2';
const admin = '5a5d0000-0000-4000-8000-000000000011';

async function ownId(visitor: Browser): Promise<string> {
  const { UserId } = (await (await visitor.open(`${api}/WhoAmI`)).json()) as { UserId: string };
  return UserId;
}

const choose = (visitor: Browser, id: string, uilanguageid: number): Promise<Response> =>
  visitor.open(`${api}/usersettingscollection(${id})`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': '*', ...ownPage },
    body: JSON.stringify({ uilanguageid }),
  });

async function birthdate(visitor: Browser): Promise<unknown> {
  const answer = await visitor.open(`${api}/contacts(${contact})?$select=birthdate`, {
    headers: { prefer: 'odata.include-annotations="*"' },
  });
  const row = (await answer.json()) as Record<string, unknown>;
  return row['birthdate@OData.Community.Display.V1.FormattedValue'];
}

describe("a user's language", () => {
  it.each(['admin', 'manager', 'reader'])('%s chooses, and all follows', async (user) => {
    const visitor = await signedInAs(sandbox, user);
    const before = await birthdate(visitor);
    expect((await choose(visitor, await ownId(visitor), 1031)).status).toBe(204);
    expect([before, await birthdate(visitor)]).toEqual(['2/1/1990', '01.02.1990']);
    expect(await (await visitor.open('/main.aspx')).text()).toContain("<html lang='de'>");
    expect(await (await visitor.open('/app/definition')).json()).toMatchObject({
      user: { languageCode: 1031 },
    });
  });

  it.each(['manager', 'reader'])('%s cannot choose for others', async (user) => {
    expect((await choose(await signedInAs(sandbox, user), admin, 1036)).status).toBe(403);
  });
});
