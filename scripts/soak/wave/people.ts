import { invitation as table, redemptionRequest } from '../../../solution/schema.js';
import type { Dataverse, Row } from '../testbed/dataverse.js';
import type { Random } from '../random.js';
import type { AskedInvitation, AskedRedemption } from './asked.js';
import type { PlannedInvitation } from './plan.js';

/** Those who invite, change their mind and redeem while services come and go. */
export interface People {
  /** How many invitations are still to be asked for. */
  readonly waiting: number;
  /** Asks for so many more. */
  ask(count: number): Promise<void>;
  /** Redeems what has been sent by now. @returns how many invitations are still to be redeemed, or to be sent before */
  redeem(): Promise<number>;
  /** What they have asked for so far. */
  asked(): readonly AskedInvitation[];
}

const { status, state, manyToMany } = table;
/** The sample's workflow "Create a welcome task for the contact". */
const workflow = '5a5d0000-0000-4000-8000-0000000f0001';
export const webRoleId = (number: number): string => `40000000-0000-4000-8000-00000000000${number}`;
export const accountId = (number: number): string => `a0000000-0000-4000-8000-00000000000${number}`;
/** Invitations looked at in one round of redeeming. */
const redeemedTogether = 25;

/** What is to be asked: new invitations, and those of before that are sent again. */
export interface PeoplePlan {
  readonly invitations: readonly PlannedInvitation[];
  readonly again: readonly AskedInvitation[];
  /** Contacts of the wave exist already. */
  readonly dataverse: Dataverse;
  readonly random: Random;
}

export function createPeople({ invitations, again, dataverse, random }: PeoplePlan): People {
  const queue: (() => Promise<void>)[] = [
    ...invitations.map((plan) => () => invite(plan)),
    ...again.map((before) => () => sendAgain(before)),
  ];
  /** Spread over the wave, those of before among the new ones. */
  const order = queue.map((act) => ({ act, at: random.whole(0, 1_000_000) })).sort((a, b) => a.at - b.at);
  const asked = new Map<string, AskedInvitation>();
  const toRedeem: PlannedInvitation[] = [];

  async function invite(plan: PlannedInvitation): Promise<void> {
    const asks = { statuscode: status.sendRequested };
    const known = { plan, generation: 1, outcome: 'kept', redemptions: [] } as const;
    asked.set(plan.id, { ...known, isCertain: true });
    if (plan.asked === 'answerLost' || plan.asked === 'requestLost') {
      asked.set(plan.id, { ...known, isCertain: false });
      const tag = plan.asked === 'answerLost' ? 'lost-answer' : 'lost-request';
      await dataverse.create(table.set, { ...rowOf(plan), ...asks }, tag).catch(ignoreLoss);
      return;
    }
    await dataverse.create(table.set, { ...rowOf(plan), ...(plan.asked === 'created' ? asks : {}) });
    if (plan.asked === 'updated') await dataverse.update(`${table.set}(${plan.id})`, asks);
    const outcome = await changeMind(plan);
    asked.set(plan.id, { ...known, isCertain: true, outcome });
    if (plan.redeemed !== 'never') toRedeem.push(plan);
  }

  async function sendAgain(before: AskedInvitation): Promise<void> {
    const next = { ...before, generation: before.generation + 1, redemptions: [] };
    asked.set(before.plan.id, next);
    await dataverse.update(`${table.set}(${before.plan.id})`, { statuscode: status.sendRequested });
  }

  /** Only the version that asks to be sent is withdrawn or deleted: whether a mail is right is certain then. */
  async function changeMind({ id, then }: PlannedInvitation): Promise<AskedInvitation['outcome']> {
    const path = `${table.set}(${id})`;
    if (then === 'nothing') return 'kept';
    if (then === 'edit') {
      await dataverse.update(path, { inv_name: 'Edited meanwhile' });
      return 'kept';
    }
    const row = await dataverse.find(`${path}?$select=statuscode`);
    if (row?.statuscode !== status.sendRequested) return 'kept';
    const version = String(row['@odata.etag']);
    if (then === 'delete') return (await dataverse.remove(path, version)) ? 'deleted' : 'kept';
    const inactive = { statecode: state.inactive, statuscode: status.inactive };
    return (await dataverse.update(path, inactive, version)) ? 'withdrawn' : 'kept';
  }

  async function redeemOne(plan: PlannedInvitation): Promise<boolean> {
    const row = await dataverse.find(`${table.set}(${plan.id})?$select=statuscode,inv_code`);
    if (row?.statuscode !== status.sent) return false;
    const code = String(row.inv_code);
    const requests = redemptionsOf(plan, random);
    const before = asked.get(plan.id);
    if (before !== undefined) asked.set(plan.id, { ...before, redemptions: requests });
    await Promise.all(
      requests.map(({ id, contact, kind }) =>
        dataverse.create(redemptionRequest.set, {
          [redemptionRequest.id]: id,
          inv_name: 'Soak',
          inv_code: kind === 'wrongCode' ? `no-${id}` : code,
          'inv_contactid@odata.bind': `/contacts(${contact})`,
        }),
      ),
    );
    return true;
  }

  return {
    get waiting() {
      return order.length;
    },
    async ask(count) {
      await Promise.all(order.splice(0, count).map(({ act }) => act()));
    },
    async redeem() {
      const batch = toRedeem.splice(0, redeemedTogether);
      const done = await Promise.all(batch.map(redeemOne));
      // Those not sent yet go to the end: one that waits keeps nobody else waiting.
      toRedeem.push(...batch.filter((_, at) => done[at] === false));
      return toRedeem.length;
    },
    asked: () => [...asked.values()],
  };
}

function ignoreLoss(error: unknown): void {
  if (!(error instanceof TypeError)) throw error;
}

function rowOf(plan: PlannedInvitation): Row {
  const { id, contacts, grants, poison, isGroup } = plan;
  const [contact] = contacts;
  return {
    [table.id]: id,
    inv_name: 'Soak',
    inv_type: isGroup ? table.type.group : table.type.single,
    ...(isGroup
      ? { [`${manyToMany.invitedContacts}@odata.bind`]: contacts.map((guest) => `/contacts(${guest})`) }
      : { 'inv_contactid@odata.bind': `/contacts(${contact})` }),
    ...(plan.maximum === undefined ? {} : { inv_maximumredemptions: plan.maximum }),
    ...(plan.typedCode === undefined ? {} : { inv_code: plan.typedCode }),
    ...(grants.account === undefined
      ? {}
      : { 'inv_accountid@odata.bind': `/accounts(${accountId(grants.account)})` }),
    ...(grants.webRoles.length === 0
      ? {}
      : {
          [`${manyToMany.webRoles}@odata.bind`]: grants.webRoles.map(
            (number) => `/inv_webroles(${webRoleId(number)})`,
          ),
        }),
    ...(grants.workflow ? { 'inv_workflowid@odata.bind': `/workflows(${workflow})` } : {}),
    ...poison?.invitation,
  };
}

/** The requests that are written at once for one invitation. */
function redemptionsOf(plan: PlannedInvitation, random: Random): readonly AskedRedemption[] {
  const ask = (contact: string, kind: AskedRedemption['kind'] = 'right'): AskedRedemption => ({
    id: random.guid(),
    contact,
    kind,
  });
  const right = plan.contacts.map((contact) => ask(contact));
  const [first = ''] = plan.contacts;
  switch (plan.redeemed) {
    case 'never':
      return [];
    case 'once':
      return right;
    case 'twice':
      return [...right, ...plan.contacts.map((contact) => ask(contact))];
    case 'byWrongPerson':
      return [ask(strangerId, 'wrongPerson'), ...right];
    case 'withWrongCode':
      return [ask(first, 'wrongCode')];
  }
}

/** A contact of the sample data, whom no wave invites. */
const strangerId = 'c0000000-0000-4000-8000-000000000001';
