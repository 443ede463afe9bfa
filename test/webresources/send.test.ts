import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { sendCorrelation } from '../../plugins/invitation/ids.js';
import { revoke, send, sendAgain } from '../../webresources/invitation.js';
import { call, create } from '../sandbox/server/webApi.js';
import { setScene, startProduct, startTimeout, type Product, type Scene } from './product.js';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, startTimeout);
afterAll(() => product.sandbox.close());

// The pauses between two looks pass at once; everything else keeps its time.
const realSetTimeout = globalThis.setTimeout;
let pauses: number[];
beforeEach(() => {
  pauses = [];
  jest.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, pause?: number) => {
    if ((pause ?? 0) < 1000) return realSetTimeout(run, pause);
    pauses.push(pause ?? 0);
    return realSetTimeout(run, 0);
  }) as typeof setTimeout);
});
afterEach(() => {
  jest.restoreAllMocks();
});

const status = {
  new: 1,
  sendRequested: 724300001,
  sent: 724300002,
  redeemed: 724300003,
  sendFailed: 724300004,
};

async function invitation(row: object = {}, contact: object | null = {}): Promise<string> {
  const contactId =
    contact === null
      ? undefined
      : await create(product.sandbox, 'contacts', {
          lastname: 'Ada',
          emailaddress1: 'ada@example.com',
          ...contact,
        });
  return create(product.sandbox, 'inv_invitations', {
    inv_name: 'Ada',
    inv_type: 724300000,
    ...(contactId === undefined ? {} : { 'inv_contactid@odata.bind': `/contacts(${contactId})` }),
    ...row,
  });
}
const change = (id: string, body: object) =>
  call(product.sandbox, 'PATCH', `inv_invitations(${id})`, { body });
const statusOf = async (id: string) =>
  (await call(product.sandbox, 'GET', `inv_invitations(${id})?$select=statuscode,statecode`)).json;

/** A scene in which the service answers a send request at the second look. */
function withService(id: string, outcome: object): Scene {
  let looks = 0;
  return {
    before: async ({ method, path }) => {
      const looksAtState =
        method === 'GET' && path.endsWith('?$select=statuscode,inv_sendresult,inv_senddetail');
      if (looksAtState && ++looks === 2) await change(id, outcome);
      return undefined;
    },
  };
}

describe('Send Invitation', () => {
  it('asks, asks the service, and says without a click that the mail was sent', async () => {
    const id = await invitation();
    const scene = await setScene(
      product,
      withService(id, { statuscode: status.sent, inv_sendresult: 724300000 }),
    );
    const { context, model } = await scene.openForm('inv_invitation', id);
    await send(context);
    expect(scene.said()).toEqual(['The invitation will be sent to Ada.']);
    expect(model.notifications.value).toEqual([
      expect.objectContaining({ level: 'INFO', message: 'The invitation has been sent.' }),
    ]);
    expect(context.getAttribute('statuscode')?.getValue()).toBe(status.sent);
    expect(pauses).toEqual([1000, 1500]);
  });

  it.each([
    [
      { statuscode: status.sendFailed, inv_sendresult: 724300002, inv_senddetail: 'Ada has no address.' },
      'ERROR',
      'The invitation was not sent. No Email Address: Ada has no address.',
    ],
    [
      { statuscode: status.sent, inv_sendresult: 724300001, inv_senddetail: 'Bob was passed over.' },
      'WARNING',
      'The invitation has been sent. Partly Sent: Bob was passed over.',
    ],
  ])('says what went wrong: %j', async (outcome, level, message) => {
    const id = await invitation();
    const scene = await setScene(product, withService(id, outcome));
    const { context, model } = await scene.openForm('inv_invitation', id);
    await send(context);
    expect(model.notifications.value).toEqual([expect.objectContaining({ level, message })]);
  });

  it('gives up after a minute, and says that it is still waiting', async () => {
    const id = await invitation();
    const scene = await setScene(product);
    const { context, model } = await scene.openForm('inv_invitation', id);
    await send(context);
    expect(model.notifications.value).toEqual([
      expect.objectContaining({
        level: 'WARNING',
        message: expect.stringMatching(/^The invitation is still waiting/),
      }),
    ]);
    const waited = pauses.reduce((sum, pause) => sum + pause, 0);
    expect(waited).toBeGreaterThanOrEqual(60_000);
    expect(waited).toBeLessThan(66_000);
    expect(Math.max(...pauses)).toBe(5000);
  });

  it.each([
    [null, 1],
    [1, 2],
  ])('gives the request the correlation id of the send, after %s sends', async (sends, generation) => {
    const id = await invitation({ inv_sendgeneration: sends });
    const seen: (string | undefined)[] = [];
    const scene = await setScene(product, {
      after: ({ method, path, headers }) => {
        if (method !== 'PATCH' || !path.includes(id)) return;
        seen.push(headers['x-ms-client-request-id']);
        void scene.xrm.Navigation.openForm({ entityName: 'account' });
      },
    });
    const { context } = await scene.openForm('inv_invitation', id);
    await send(context);
    expect(seen).toEqual([sendCorrelation(id, generation)]);
  });

  it('stops looking once people have left the form', async () => {
    const id = await invitation();
    const scene = await setScene(product, {
      after: ({ method, path }) => {
        if (method === 'PATCH' && path.includes(id))
          void scene.xrm.Navigation.openForm({ entityName: 'account' });
      },
    });
    const { context } = await scene.openForm('inv_invitation', id);
    await send(context);
    expect(pauses).toHaveLength(1);
    expect(scene.dialogs.map(({ kind }) => kind)).toEqual(['confirm']);
    expect(await statusOf(id)).toMatchObject({ statuscode: status.sendRequested });
  });

  it('keeps what people type while it waits', async () => {
    const id = await invitation();
    const service = withService(id, { statuscode: status.sent, inv_sendresult: 724300000 });
    const scene = await setScene(product, {
      before: async (request) => {
        if (request.path.includes('inv_senddetail') && pauses.length === 1)
          context.getAttribute('inv_name')?.setValue('Typed meanwhile');
        return service.before?.(request);
      },
    });
    const { context, model } = await scene.openForm('inv_invitation', id);
    await send(context);
    expect(context.getAttribute('inv_name')?.getValue()).toBe('Typed meanwhile');
    expect(model.notifications.value).toEqual([
      expect.objectContaining({ message: 'The invitation has been sent.' }),
    ]);
  });

  it.each<[string, object, object | null, string]>([
    [
      'expired',
      { inv_expirydate: '2020-01-01' },
      {},
      'The invitation has expired. Set a later expiry date to send it.',
    ],
    [
      'redeemed',
      { statuscode: status.redeemed },
      {},
      'The invitation has been redeemed. There is nothing left to send.',
    ],
    ['without a contact', {}, null, 'Nobody is invited yet. Add a contact, then send the invitation.'],
    [
      'already requested',
      { statuscode: status.sendRequested },
      {},
      'The invitation is waiting to be sent already.',
    ],
  ])('does not even ask when the invitation is %s', async (_when, row, contact, message) => {
    const id = await invitation(row, contact);
    const scene = await setScene(product);
    const { context } = await scene.openForm('inv_invitation', id);
    const before = await statusOf(id);
    await send(context);
    expect(scene.said()).toEqual([message]);
    expect(await statusOf(id)).toEqual(before);
  });

  it('does not even ask when the invitation is inactive', async () => {
    const id = await invitation();
    const scene = await setScene(product);
    const { context } = await scene.openForm('inv_invitation', id);
    await change(id, { statecode: 1, statuscode: 2 });
    await send(context);
    expect(scene.said()).toEqual(['The invitation is inactive. Activate it to send it.']);
  });

  it.each([
    [{ emailaddress1: null }, 'Ada has no email address, so the invitation cannot be mailed.'],
    [{ donotemail: true }, 'Ada does not allow emails, so the invitation cannot be mailed.'],
  ])('warns in its question about a contact with %j', async (contact, warning) => {
    const id = await invitation({}, contact);
    const scene = await setScene(product, { confirm: false });
    const { context } = await scene.openForm('inv_invitation', id);
    await send(context);
    expect(scene.said()).toEqual([`The invitation will be sent to Ada.\n${warning}`]);
    expect(await statusOf(id)).toMatchObject({ statuscode: status.new });
  });

  it('counts the contacts of a group, and those it cannot reach', async () => {
    const id = await invitation({ inv_type: 724300001, inv_name: 'Group' }, null);
    for (const contact of [{ lastname: 'A', emailaddress1: 'a@example.com' }, { lastname: 'B' }]) {
      const contactId = await create(product.sandbox, 'contacts', contact);
      await call(product.sandbox, 'POST', `inv_invitations(${id})/inv_invitation_invitedcontacts/$ref`, {
        body: { '@odata.id': `${product.sandbox.url}/api/data/v9.2/contacts(${contactId})` },
      });
    }
    const scene = await setScene(product, { confirm: false });
    const { context } = await scene.openForm('inv_invitation', id);
    await send(context);
    expect(scene.said()).toEqual([
      'The invitation will be sent to all invited contacts (2).\nWithout an email address, so they cannot be mailed: 1',
    ]);
  });

  it('saves changes first', async () => {
    const id = await invitation();
    const scene = await setScene(product, {
      ...withService(id, { statuscode: status.sent, inv_sendresult: 724300000 }),
      confirm: ({ text }) => !text.startsWith('The invitation will'),
    });
    const { context } = await scene.openForm('inv_invitation', id);
    context.getAttribute('inv_name')?.setValue('Renamed');
    await send(context);
    expect(scene.said()[0]).toBe('There are changes that are not saved. Save them and go on?');
    expect((await call(product.sandbox, 'GET', `inv_invitations(${id})`)).json['inv_name']).toBe('Renamed');
    expect(await statusOf(id)).toMatchObject({ statuscode: status.new });
  });
});

describe('two people who send at once', () => {
  /** The first request to write the row comes after somebody else's change. */
  const after = (id: () => string, row: object): Scene => {
    let isFirst = true;
    return {
      before: async ({ method, path }) => {
        if (method === 'PATCH' && path.includes(id()) && isFirst) {
          isFirst = false;
          await change(id(), row);
        }
        return undefined;
      },
    };
  };

  it.each([
    ['asked for it', { statuscode: status.sendRequested }, 'The invitation is waiting to be sent already.'],
    ['had it sent', { statuscode: status.sent, inv_sendgeneration: 1 }, 'The invitation has been sent.'],
    ['revoked it', { statecode: 1, statuscode: 2 }, 'The invitation is inactive. Activate it to send it.'],
  ])('get one mail: somebody %s meanwhile', async (_what, row, message) => {
    const id = await invitation();
    const scene = await setScene(
      product,
      after(() => id, row),
    );
    const { context, model } = await scene.openForm('inv_invitation', id);
    const said: string[] = [];
    const { setFormNotification } = context.ui;
    context.ui.setFormNotification = (words, ...rest) => {
      said.push(words);
      return setFormNotification(words, ...rest);
    };
    await send(context);
    expect(said[0]).toBe(message);
    expect(model.notifications.value).toHaveLength(1);
    expect(await statusOf(id)).toMatchObject({ statuscode: row.statuscode });
  });

  it('are not in the way of a change that has nothing to do with sending', async () => {
    const id = await invitation();
    const scene = await setScene(
      product,
      after(() => id, { inv_name: 'Renamed meanwhile' }),
    );
    const { context } = await scene.openForm('inv_invitation', id);
    await send(context);
    expect(await statusOf(id)).toMatchObject({ statuscode: status.sendRequested });
  });

  it('read what the server says when it refuses', async () => {
    const id = await invitation();
    const message = 'Number of requests exceeded the limit.';
    const scene = await setScene(product, {
      before: ({ method }) =>
        method === 'PATCH' ? { status: 429, body: { error: { code: '0x80072322', message } } } : undefined,
    });
    const { context } = await scene.openForm('inv_invitation', id);
    await send(context);
    expect(scene.said().at(-1)).toContain(message);
    expect(await statusOf(id)).toMatchObject({ statuscode: status.new });
  });
});

describe('an answer that is lost', () => {
  /** The connection breaks after the row was written; by the next look the service has got as far as this. */
  const lost = (id: () => string, meanwhile?: object): Scene & { readonly asked: () => number } => {
    let asked = 0;
    const isRequest = ({ method, path }: { method: string; path: string }): boolean =>
      method === 'PATCH' && path.includes(id());
    return {
      asked: () => asked,
      after: (request) => {
        if (!isRequest(request)) return;
        asked += 1;
        throw new Error('The connection broke.');
      },
      before: async ({ method }) => {
        if (method === 'GET' && asked === 1 && meanwhile !== undefined) await change(id(), meanwhile);
        return undefined;
      },
    };
  };

  it.each([
    ['is still to send', undefined, 'The invitation is still waiting to be sent.'],
    ['has sent already', { statuscode: status.sent, inv_sendgeneration: 1 }, 'The invitation has been sent.'],
  ])('is no reason to ask again when the service %s', async (_when, meanwhile, message) => {
    const id = await invitation();
    const line = lost(() => id, meanwhile);
    const scene = await setScene(product, line);
    const { context, model } = await scene.openForm('inv_invitation', id);
    await send(context);
    expect(line.asked()).toBe(1);
    expect(scene.dialogs.map(({ kind }) => kind)).toEqual(['confirm']);
    expect(model.notifications.value).toEqual([
      expect.objectContaining({ message: expect.stringContaining(message) }),
    ]);
  });

  it('is told when the row was not written', async () => {
    const id = await invitation();
    const scene = await setScene(product, {
      before: ({ method }) => {
        if (method === 'PATCH') throw new Error('The connection broke.');
        return undefined;
      },
    });
    const { context } = await scene.openForm('inv_invitation', id);
    await send(context);
    expect(scene.said().at(-1)).toContain('The connection broke.');
    expect(await statusOf(id)).toMatchObject({ statuscode: status.new });
  });
});

describe('Send Again', () => {
  it('says that it is once more, with the same code', async () => {
    const id = await invitation();
    await change(id, { statuscode: status.sent });
    const scene = await setScene(
      product,
      withService(id, { statuscode: status.sent, inv_sendresult: 724300000 }),
    );
    const { context } = await scene.openForm('inv_invitation', id);
    await sendAgain(context);
    expect(scene.said()).toEqual(['The invitation will be sent once more to Ada, with the same code.']);
    expect(await statusOf(id)).toMatchObject({ statuscode: status.sent });
    expect(pauses).toHaveLength(2);
  });
});

describe('Revoke', () => {
  it('deactivates the invitation and says so', async () => {
    const id = await invitation();
    const scene = await setScene(product);
    const { context, model } = await scene.openForm('inv_invitation', id);
    await revoke(context);
    expect(await statusOf(id)).toMatchObject({ statecode: 1, statuscode: 2 });
    expect(model.notifications.value).toEqual([
      expect.objectContaining({ message: 'The invitation has been revoked. Nobody can redeem it any more.' }),
    ]);
  });

  it('changes nothing when the user cancels', async () => {
    const id = await invitation();
    const scene = await setScene(product, { confirm: false });
    const { context } = await scene.openForm('inv_invitation', id);
    await revoke(context);
    expect(await statusOf(id)).toMatchObject({ statecode: 0, statuscode: status.new });
  });
});
