import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { XMLSerializer } from '@xmldom/xmldom';
import { type Sandbox, startSandbox } from '../../sandbox/start.js';
import { child, label } from '../../scripts/solution/xml.js';
import {
  invitation,
  inviteRedemption,
  linkedIdentity,
  redemptionLock,
  redemptionRequest,
  webRole,
} from '../../solution/schema.js';
import { webApi, type WebApi } from '../../scripts/system/webApi.js';
import { descendants, tables, viewsOf } from './source.js';

type Table = { readonly set: string; readonly id: string; readonly primaryName: string };
type Named = Readonly<Record<string, unknown>>;

const day = 86_400_000;
const active = 0;
const inactive = 1;

/** The contact of some rows. */
const jose = randomUUID();
const forJose = (lookup: string): Named => ({ [`${lookup}@odata.bind`]: `contacts(${jose})` });

let sandbox: Sandbox;
let admin: WebApi;

beforeAll(async () => {
  sandbox = await startSandbox({ developmentTokens: true });
  // Noon, so that no day ends between writing the rows and reading them.
  sandbox.clock.set(new Date('2030-06-15T12:00:00Z'));
  admin = webApi(sandbox.url, 'dev-admin');
  await admin.create('contacts', { contactid: jose, firstname: 'José', lastname: 'Álvarez' });
});
afterAll(() => sandbox.close());

/** FetchXML of each view by its title. */
const views = new Map(
  [...tables.keys()].flatMap((table) =>
    viewsOf(table)
      .flatMap((file) => descendants(file, 'savedquery'))
      .map((view) => {
        const fetch = child(view, 'fetchxml', 'fetch');
        return [
          label(view, 'LocalizedNames', 'LocalizedName'),
          fetch ? new XMLSerializer().serializeToString(fetch) : '',
        ] as const;
      }),
  ),
);

/**
 * Rows are made as new ones and then brought where they are to be: most columns of a state are not valid for create.
 *
 * @param required what a row cannot be made without
 */
async function fill(
  table: Table,
  rows: Readonly<Record<string, Named>>,
  required: Named = {},
): Promise<void> {
  for (const [name, row] of Object.entries(rows)) {
    const id = randomUUID();
    await admin.create(table.set, { [table.id]: id, [table.primaryName]: name, ...required });
    if (Object.keys(row).length > 0) await admin.update(`${table.set}(${id})`, row);
  }
}

/** Names of the rows that a view shows, in its order. */
async function shown(table: Table, title: string, searched = ''): Promise<unknown[]> {
  const fetch = (views.get(title) ?? '').replaceAll('{0}', `%${searched}%`);
  const rows = await admin.rows(`${table.set}?fetchXml=${fetch}`);
  return rows.map((row) => row[table.primaryName]);
}

/** A date so many days from the sandbox's today. */
const inDays = (days: number): string =>
  new Date(Date.parse('2030-06-15') + days * day).toISOString().slice(0, 10);

describe('the view of invitations', () => {
  const { lookups, status, sendResult, type } = invitation;
  beforeAll(async () => {
    const row = (statuscode: number, more: Named = {}): Named => ({ statecode: active, statuscode, ...more });
    await fill(invitation, {
      new: { inv_type: type.single, ...forJose(lookups.invitedContact) },
      requested: row(status.sendRequested),
      sent: row(status.sent, { inv_sendresult: sendResult.sent }),
      'partly sent': row(status.sent, { inv_sendresult: sendResult.partlySent }),
      failed: row(status.sendFailed, { inv_sendresult: sendResult.noEmailAddress }),
      'partly sent, redeemed': row(status.redeemed, { inv_sendresult: sendResult.partlySent }),
      'failed, withdrawn': {
        statecode: inactive,
        statuscode: status.inactive,
        inv_sendresult: sendResult.noSender,
        ...forJose(lookups.invitedContact),
      },
      expired: { statecode: inactive, statuscode: status.expired, inv_expirydate: inDays(-1) },
      'until yesterday': row(status.sent, { inv_expirydate: inDays(-1) }),
      'until today': row(status.sent, { inv_expirydate: inDays(0) }),
      'until in 14 days': row(status.new, { inv_expirydate: inDays(14) }),
      'until in 15 days': row(status.sent, { inv_expirydate: inDays(15) }),
      'until tomorrow, redeemed': row(status.redeemed, { inv_expirydate: inDays(1) }),
    });
  });

  it.each([
    ['New Invitations', ['new', 'until in 14 days']],
    [
      'Open Invitations',
      ['requested', 'sent', 'partly sent', 'failed', 'until yesterday', 'until today', 'until in 15 days'],
    ],
    ['Completed Invitations', ['partly sent, redeemed', 'until tomorrow, redeemed']],
    ['Inactive Invitations', ['failed, withdrawn', 'expired']],
    ['Invitations with Send Problems', ['partly sent', 'failed']],
    ['Invitations Expiring Soon', ['until today', 'until in 14 days']],
  ])('%s shows those, and no other', async (title, expected) => {
    const names = await shown(invitation, title);
    expect([...names].sort()).toEqual([...expected].sort());
  });

  it('New, Open, Completed and Inactive are together All, each once', async () => {
    const parts = await Promise.all(
      ['New', 'Open', 'Completed', 'Inactive'].map((part) => shown(invitation, `${part} Invitations`)),
    );
    const all = await shown(invitation, 'All Invitations');
    expect(parts.flat().sort()).toEqual([...all].sort());
    expect(all).toHaveLength(13);
  });

  it('Expiring Soon begins with the one that ends first', async () => {
    expect(await shown(invitation, 'Invitations Expiring Soon')).toEqual(['until today', 'until in 14 days']);
  });

  it.each([
    ['alvarez', ['new']],
    ['REQUEST', ['requested']],
    ['partly', ['partly sent', 'partly sent, redeemed']],
    ['withdrawn', []],
  ])('Quick Find, searched for "%s", finds active ones by name or contact', async (searched, expected) => {
    expect(await shown(invitation, 'Quick Find Active Invitations', searched)).toEqual(expected);
  });
});

describe('the view of redemption requests', () => {
  const { lookups, status, outcome } = redemptionRequest;
  beforeAll(() =>
    fill(redemptionRequest, {
      waiting: {},
      granted: {
        statecode: inactive,
        statuscode: status.completed,
        inv_outcome: outcome.redeemed,
        ...forJose(lookups.contact),
      },
      refused: { statecode: inactive, statuscode: status.refused, inv_outcome: outcome.notInvited },
    }),
  );

  it.each([
    ['Pending Redemption Requests', '', ['waiting']],
    ['Answered Redemption Requests', '', ['granted', 'refused']],
    ['Quick Find Redemption Requests', 'José', ['granted']],
    ['Quick Find Redemption Requests', 'refuse', ['refused']],
    ['Quick Find Redemption Requests', 'nobody', []],
  ])('%s, searched for "%s", shows those, and no other', async (title, searched, expected) => {
    const names = await shown(redemptionRequest, title, searched);
    expect(names.sort()).toEqual(expected);
  });
});

describe('the view of invite redemptions', () => {
  const { lookups, state, status, workflowState } = inviteRedemption;
  beforeAll(() => {
    const completed = (inv_workflowstate: number): Named => ({
      statecode: state.completed,
      statuscode: status.completed,
      inv_workflowstate,
    });
    return fill(inviteRedemption, {
      'without workflow': completed(workflowState.none),
      'to be started': { inv_workflowstate: workflowState.pending, ...forJose(lookups.contact) },
      started: completed(workflowState.started),
      'not startable': completed(workflowState.failed),
    });
  });

  it.each([
    ['All Invite Redemptions', '', ['not startable', 'started', 'to be started', 'without workflow']],
    ['Completed Invite Redemptions', '', ['not startable', 'started', 'without workflow']],
    ['Redemptions with Workflow Not Started', '', ['not startable', 'to be started']],
    ['Quick Find Invite Redemptions', 'jose', ['to be started']],
    ['Quick Find Invite Redemptions', 'without', ['without workflow']],
    ['Quick Find Invite Redemptions', 'nobody', []],
  ])('%s, searched for "%s", shows those, and no other', async (title, searched, expected) => {
    const names = await shown(inviteRedemption, title, searched);
    expect(names.sort()).toEqual(expected);
  });
});

describe('the view of web roles', () => {
  beforeAll(() =>
    fill(webRole, {
      Partners: { inv_key: 'partner' },
      Press: { inv_key: 'journalist' },
      Guests: { statecode: inactive, statuscode: webRole.status.inactive },
    }),
  );

  it.each([
    ['Active Web Roles', '', ['Partners', 'Press']],
    ['Inactive Web Roles', '', ['Guests']],
    ['Quick Find Active Web Roles', 'PARTNER', ['Partners']],
    ['Quick Find Active Web Roles', 'journal', ['Press']],
    ['Quick Find Active Web Roles', 'guest', []],
  ])('%s, searched for "%s", shows those, and no other', async (title, searched, expected) => {
    expect(await shown(webRole, title, searched)).toEqual(expected);
  });
});

describe('the view of linked identities', () => {
  const { lookups } = linkedIdentity;
  const rob = randomUUID();
  beforeAll(async () => {
    await admin.create('contacts', { contactid: rob, lastname: 'Miller' });
    const rows = {
      'José at Contoso': { inv_subject: 'a-1', ...forJose(lookups.contact) },
      'Carla at Contoso': { inv_subject: 'a-2' },
      'Rob at Contoso': {
        inv_subject: 'b-3',
        statecode: inactive,
        statuscode: linkedIdentity.status.inactive,
      },
    };
    await fill(linkedIdentity, rows, { [`${lookups.contact}@odata.bind`]: `contacts(${rob})` });
  });

  it.each([
    ['Active Linked Identities', '', ['Carla at Contoso', 'José at Contoso']],
    ['Inactive Linked Identities', '', ['Rob at Contoso']],
    ['All Linked Identities', '', ['Carla at Contoso', 'José at Contoso', 'Rob at Contoso']],
    ['Quick Find Linked Identities', 'alvarez', ['José at Contoso']],
    ['Quick Find Linked Identities', 'a-2', ['Carla at Contoso']],
    ['Quick Find Linked Identities', 'rob', ['Rob at Contoso']],
    ['Quick Find Linked Identities', 'nobody', []],
  ])('%s, searched for "%s", shows those, and no other', async (title, searched, expected) => {
    const names = await shown(linkedIdentity, title, searched);
    expect(names.sort()).toEqual(expected);
  });
});

describe('the view of redemption locks', () => {
  const { kind, lookups, status } = redemptionLock;
  const invited = randomUUID();
  beforeAll(async () => {
    await admin.create(invitation.set, { [invitation.id]: invited, inv_name: 'Summer party' });
    await fill(redemptionLock, {
      earlier: { inv_kind: kind.address, inv_lastfailureon: '2030-06-15T11:00:00Z' },
      later: {
        inv_kind: kind.invitationCode,
        inv_lastfailureon: '2030-06-15T11:30:00Z',
        [`${lookups.invitation}@odata.bind`]: `${invitation.set}(${invited})`,
      },
      lifted: { statecode: inactive, statuscode: status.inactive },
    });
  });

  it.each([
    ['Active Redemption Locks', '', ['later', 'earlier']],
    ['Inactive Redemption Locks', '', ['lifted']],
    ['Quick Find Active Redemption Locks', 'party', ['later']],
    ['Quick Find Active Redemption Locks', 'early', []],
    ['Quick Find Active Redemption Locks', 'earl', ['earlier']],
  ])('%s, searched for "%s", shows those in its order, and no other', async (title, searched, expected) => {
    expect(await shown(redemptionLock, title, searched)).toEqual(expected);
  });
});
