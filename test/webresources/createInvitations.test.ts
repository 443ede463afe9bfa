import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createGroupInvitation, createInvitationForEach } from '../../webresources/contact.js';
import { call, create } from '../sandbox/server/webApi.js';
import { anError, type ServerRequest } from '../app/platform.js';
import { setScene, startProduct, startTimeout, type Product } from './product.js';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, startTimeout);
afterAll(() => product.sandbox.close());

/** Contacts of one test, by last name. */
async function contacts(...rows: readonly object[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const row of rows) ids.push(await create(product.sandbox, 'contacts', row));
  return ids;
}
const reachable = (lastname: string) => ({ lastname, emailaddress1: `${lastname}@example.com` });

/** Invitations of contacts, by name. */
async function invitationsOf(ids: readonly string[]): Promise<readonly string[]> {
  const { json } = await call(
    product.sandbox,
    'GET',
    'inv_invitations?$select=inv_name,_inv_contactid_value&$orderby=inv_name',
  );
  return (json['value'] as { inv_name: string; _inv_contactid_value: string | null }[])
    .filter(({ _inv_contactid_value: contact }) => contact !== null && ids.includes(contact))
    .map(({ inv_name: name }) => name);
}
const creates = ({ method, path }: ServerRequest): boolean => method === 'POST' && path === 'inv_invitations';

describe('Create Invitations, one for each contact', () => {
  it('asks and creates once for a double click', async () => {
    const ids = await contacts(reachable('Twice'));
    const scene = await setScene(product);
    const { context } = await scene.openList('contact');
    await Promise.all([createInvitationForEach(context, ids), createInvitationForEach(context, ids)]);
    expect(scene.said()).toEqual(['Invitations to be created: 1', 'Invitations created: 1']);
    expect(await invitationsOf(ids)).toEqual(['Twice']);
  });

  it('skips whom somebody else has invited while people read the question', async () => {
    const ids = await contacts(reachable('Mine'), reachable('Theirs'));
    let reads = 0;
    const scene = await setScene(product, {
      before: async ({ method, path }) => {
        const isLook = method === 'GET' && path.startsWith('inv_invitations?');
        if (isLook && (reads += 1) === 2)
          await create(product.sandbox, 'inv_invitations', {
            inv_name: 'Somebody else’s',
            inv_type: 724300000,
            'inv_contactid@odata.bind': `/contacts(${ids[1]})`,
          });
        return undefined;
      },
    });
    const { context } = await scene.openList('contact');
    await createInvitationForEach(context, ids);
    expect(scene.said()).toEqual([
      'Invitations to be created: 2',
      'Invitations created: 1\nSkipped, already has an open invitation: 1',
    ]);
    expect(await invitationsOf(ids)).toEqual(['Mine', 'Somebody else’s']);
  });

  it('asks once, skips who needs none, and reports', async () => {
    const ids = await contacts(
      reachable('Ada'),
      { lastname: 'Bea' },
      { ...reachable('Cleo'), donotemail: true },
      reachable('Dora'),
      reachable('Ella'),
    );
    const [, , , dora, ella] = ids;
    await call(product.sandbox, 'PATCH', `contacts(${dora})`, { body: { statecode: 1, statuscode: 2 } });
    await create(product.sandbox, 'inv_invitations', {
      inv_name: 'Ella has one',
      inv_type: 724300000,
      'inv_contactid@odata.bind': `/contacts(${ella})`,
    });
    const scene = await setScene(product);
    const { context } = await scene.openList('contact');
    const braced = ids.map((id) => `{${id.toUpperCase()}}`);
    await createInvitationForEach(context, braced);

    const skipped = 'Skipped, already has an open invitation: 1\nSkipped, contact is inactive: 1';
    expect(scene.said()).toEqual([
      `Invitations to be created: 3\n${skipped}\nWithout an email address, so they cannot be mailed: 1\nDo not allow emails, so they cannot be mailed: 1`,
      `Invitations created: 3\n${skipped}`,
    ]);
    expect(await invitationsOf(ids)).toEqual(['Ada', 'Bea', 'Cleo', 'Ella has one']);
    expect(scene.progress.at(-1)).toBeUndefined();
    expect(scene.notifications()).toEqual([]);
  });

  it('creates nothing when the user cancels the question', async () => {
    const ids = await contacts(reachable('Fay'));
    const scene = await setScene(product, { confirm: false });
    const { context } = await scene.openList('contact');
    await createInvitationForEach(context, ids);
    expect(await invitationsOf(ids)).toEqual([]);
    expect(scene.said()).toHaveLength(1);
  });

  it('says why when there is nobody to invite', async () => {
    const scene = await setScene(product);
    const { context } = await scene.openList('contact');
    await createInvitationForEach(context, ['00000000-0000-4000-8000-00000000dead']);
    expect(scene.said()).toEqual([
      'There is nobody to invite among the selected contacts.\nSkipped, deleted or not open to you: 1',
    ]);
  });

  it('takes an invitation that is redeemed or expired for none', async () => {
    const ids = await contacts(reachable('Gwen'), reachable('Hope'));
    const open = (contact: string | undefined, rest: object) =>
      create(product.sandbox, 'inv_invitations', {
        inv_name: 'old',
        inv_type: 724300000,
        'inv_contactid@odata.bind': `/contacts(${contact})`,
        ...rest,
      });
    await open(ids[0], { statuscode: 724300003 });
    await open(ids[1], { inv_expirydate: '2020-02-02' });
    const scene = await setScene(product);
    const { context } = await scene.openList('contact');
    await createInvitationForEach(context, ids);
    expect(await invitationsOf(ids)).toEqual(['Gwen', 'Hope', 'old', 'old']);
  });

  it('names the row that fails, and creates the others of its change set', async () => {
    const ids = await contacts(reachable('Ida'), reachable('Joy'), reachable('Kim'));
    const scene = await setScene(product, {
      before: (request) =>
        creates(request) && JSON.stringify(request.body).includes('"Joy"')
          ? anError(400, '0x80040265', 'Joy is not wanted.')
          : undefined,
    });
    const { context } = await scene.openList('contact');
    await createInvitationForEach(context, ids);
    expect(await invitationsOf(ids)).toEqual(['Ida', 'Kim']);
    expect(scene.said().at(-1)).toBe('Invitations created: 2\nFailed: 1\nJoy: Joy is not wanted.');
  });

  it('invites nobody twice when the answer to a change set is lost', async () => {
    const ids = await contacts(reachable('Lea'), reachable('Mia'));
    let lost = 0;
    const scene = await setScene(product, {
      after: (request) => {
        if (!creates(request)) return;
        lost += 1;
        throw new Error('The connection broke.');
      },
    });
    const { context } = await scene.openList('contact');
    await createInvitationForEach(context, ids);
    expect(lost).toBeGreaterThan(0);
    expect(await invitationsOf(ids)).toEqual(['Lea', 'Mia']);
    expect(scene.said().at(-1)).toBe('Invitations created: 2');
  });

  it('stops between two change sets when the user cancels, and says how many are left', async () => {
    const ids = await contacts(...Array.from({ length: 30 }, (_, index) => reachable(`Noa${index}`)));
    const texts: string[] = [];
    const scene = await setScene(product, {
      after: (request) => {
        if (!creates(request)) return;
        for (const { message, action } of scene.notifications()) {
          if (!texts.includes(message)) texts.push(message);
          action?.run();
        }
      },
    });
    const { context } = await scene.openList('contact');
    await createInvitationForEach(context, ids);
    expect(texts).toEqual(['Creating invitations: 0 of 30']);
    expect(await invitationsOf(ids)).toHaveLength(25);
    expect(scene.said().at(-1)).toBe('Invitations created: 25\nNot tried, because you cancelled: 5');
    expect(scene.notifications()).toEqual([]);
  });

  it('reports also when people have left the list meanwhile', async () => {
    const ids = await contacts(reachable('Ora'));
    const scene = await setScene(product, {
      after: (request) => {
        if (creates(request)) void scene.xrm.Navigation.openForm({ entityName: 'account' });
      },
    });
    const { context } = await scene.openList('contact');
    await createInvitationForEach(context, ids);
    expect(scene.said().at(-1)).toBe('Invitations created: 1');
  });
});

describe('Create Invitations, one group for all', () => {
  const group = async (): Promise<string> =>
    create(product.sandbox, 'inv_invitations', { inv_name: 'The group', inv_type: 724300001 });
  const invitedTo = async (id: string): Promise<readonly string[]> => {
    const { json } = await call(
      product.sandbox,
      'GET',
      `inv_invitations(${id})/inv_invitation_invitedcontacts?$select=lastname&$orderby=lastname`,
    );
    return (json['value'] as { lastname: string }[]).map(({ lastname }) => lastname);
  };

  it('asks for a group on the quick create form, invites the active contacts and opens it', async () => {
    const ids = await contacts(reachable('Pia'), reachable('Queenie'), reachable('Ruth'));
    await call(product.sandbox, 'PATCH', `contacts(${ids[2]})`, { body: { statecode: 1, statuscode: 2 } });
    const id = await group();
    const saved = { table: 'inv_invitation', id: `{${id.toUpperCase()}}`, name: 'The group' };
    const scene = await setScene(product, { saved });
    const { context } = await scene.openList('contact');
    await createGroupInvitation(context, ids);

    expect(scene.dialogs.map(({ kind }) => kind)).toEqual(['confirm', 'quickCreate', 'alert']);
    expect(scene.said()[0]).toBe('Contacts to be invited to the group: 2\nSkipped, contact is inactive: 1');
    expect(scene.said()[2]).toBe('Contacts invited: 2\nSkipped, contact is inactive: 1');
    expect(await invitedTo(id)).toEqual(['Pia', 'Queenie']);
    expect(scene.opened).toEqual([expect.objectContaining({ table: 'inv_invitation', id })]);
  });

  it('does nothing when the form is closed without saving', async () => {
    const ids = await contacts(reachable('Sue'));
    const scene = await setScene(product);
    const { context } = await scene.openList('contact');
    await createGroupInvitation(context, ids);
    expect(scene.dialogs.map(({ kind }) => kind)).toEqual(['quickCreate']);
    expect(scene.opened).toEqual([]);
  });

  it('names who could not be invited', async () => {
    const ids = await contacts(reachable('Tess'), reachable('Uma'));
    const id = await group();
    const scene = await setScene(product, {
      saved: { table: 'inv_invitation', id, name: 'The group' },
      before: ({ method, body }) =>
        method === 'POST' && JSON.stringify(body).includes(String(ids[1]))
          ? anError(403, '0x80048306', 'Uma is out of reach.')
          : undefined,
    });
    const { context } = await scene.openList('contact');
    await createGroupInvitation(context, ids);
    expect(await invitedTo(id)).toEqual(['Tess']);
    expect(scene.said().at(-1)).toBe('Contacts invited: 1\nFailed: 1\nUma: Uma is out of reach.');
  });
});
