import { createHash } from 'node:crypto';
import { invitation, inviteRedemption, redemptionRequest } from '../../../solution/schema.js';
import type { WaveFacts } from '../../../scripts/soak/checker/facts.js';
import type { AskedInvitation } from '../../../scripts/soak/wave/asked.js';
import { addressOf } from '../../../scripts/soak/wave/contacts.js';
import { accountId, webRoleId } from '../../../scripts/soak/wave/people.js';
import { poisons } from '../../../scripts/soak/wave/poison.js';
import type { PlannedInvitation } from '../../../scripts/soak/wave/plan.js';

const plain: PlannedInvitation = {
  id: 'single',
  contacts: ['ada'],
  isGroup: false,
  maximum: undefined,
  typedCode: undefined,
  poison: undefined,
  grants: { account: undefined, webRoles: [], workflow: false },
  asked: 'created',
  then: 'nothing',
  redeemed: 'never',
};
const known = { generation: 1, isCertain: true, outcome: 'kept', redemptions: [] } as const;

/** A wave with one of each: redeemed with all grants, a crowded group, poison, withdrawn, deleted, unsure, sent again. */
export const soundAsked: readonly AskedInvitation[] = [
  {
    ...known,
    plan: { ...plain, grants: { account: 2, webRoles: [1, 3], workflow: true } },
    redemptions: [
      { id: 'r-ada', contact: 'ada', kind: 'right' },
      { id: 'r-eve', contact: 'eve', kind: 'wrongPerson' },
      { id: 'r-code', contact: 'ada', kind: 'wrongCode' },
    ],
  },
  {
    ...known,
    plan: { ...plain, id: 'group', contacts: ['bob', 'cy'], isGroup: true, maximum: 1 },
    redemptions: [
      { id: 'r-bob', contact: 'bob', kind: 'right' },
      { id: 'r-cy', contact: 'cy', kind: 'right' },
    ],
  },
  { ...known, plan: { ...plain, id: 'poison', contacts: ['dan'], poison: poisons[0] } },
  { ...known, plan: { ...plain, id: 'withdrawn', contacts: ['fay'] }, outcome: 'withdrawn' },
  { ...known, plan: { ...plain, id: 'deleted', contacts: ['gus'] }, outcome: 'deleted' },
  { ...known, plan: { ...plain, id: 'unsure', contacts: ['hal'] }, isCertain: false },
  { ...known, plan: { ...plain, id: 'again', contacts: ['ivy'] }, generation: 2 },
];

const { status, state, sendResult } = invitation;
const row = (id: string, more: Partial<WaveFacts['invitations'][number]> = {}) => ({
  inv_invitationid: id,
  statecode: state.active,
  statuscode: status.sent,
  inv_sendresult: sendResult.sent,
  inv_sendgeneration: 1,
  inv_code: `Code-${id}`,
  inv_codehash: createHash('sha256').update(`code-${id}`).digest('hex'),
  inv_redemptions: null,
  ...more,
});
const contact = (contactid: string) => ({
  contactid,
  _parentcustomerid_value: null,
  inv_webrole_contacts: [],
});
const answer = (id: string, outcome: keyof typeof redemptionRequest.outcome) => ({
  inv_redemptionrequestid: id,
  statecode: redemptionRequest.state.inactive,
  inv_outcome: redemptionRequest.outcome[outcome],
  inv_code: null,
});
const activity = (id: string, by: string, workflow: keyof typeof inviteRedemption.workflowState) => ({
  activityid: `${id}-${by}`,
  statecode: inviteRedemption.state.completed,
  inv_workflowstate: inviteRedemption.workflowState[workflow],
  _regardingobjectid_value: id,
  _inv_contactid_value: by,
});
export const mailTo = (id: string, by: string) => ({
  recipients: [addressOf(by)],
  text: `See <https://site.example/register?invitation=Code-${id}>`,
});

/** What is there when all of it went well. */
export const soundFacts: WaveFacts = {
  invitations: [
    row('single', { statuscode: status.redeemed, inv_redemptions: 1 }),
    row('group', { statuscode: status.redeemed, inv_redemptions: 1 }),
    row('poison', { statuscode: status.sendFailed, inv_sendresult: sendResult.noEmailAddress }),
    row('withdrawn', {
      statecode: state.inactive,
      statuscode: status.inactive,
      inv_code: null,
      inv_codehash: null,
    }),
    row('unsure'),
    row('again', { inv_sendgeneration: 2 }),
  ],
  contacts: [
    {
      contactid: 'ada',
      _parentcustomerid_value: accountId(2),
      inv_webrole_contacts: [{ inv_webroleid: webRoleId(3) }, { inv_webroleid: webRoleId(1) }],
    },
    ...['bob', 'cy', 'dan', 'fay', 'gus', 'hal', 'ivy'].map(contact),
  ],
  requests: [
    answer('r-ada', 'redeemed'),
    answer('r-eve', 'notInvited'),
    answer('r-code', 'invalidCode'),
    answer('r-bob', 'redeemed'),
    answer('r-cy', 'invalidCode'),
  ],
  activities: [activity('single', 'ada', 'started'), activity('group', 'bob', 'none')],
  jobs: [{ _regardingobjectid_value: 'ada' }],
  mails: [
    mailTo('single', 'ada'),
    mailTo('group', 'bob'),
    mailTo('group', 'cy'),
    mailTo('unsure', 'hal'),
    mailTo('again', 'ivy'),
  ],
};
