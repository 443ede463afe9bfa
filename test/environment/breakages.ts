import { expect } from '@jest/globals';
import type { EnvironmentCheck } from '../../scripts/environment/check/environmentCheck.js';
import { developmentUsers } from '../../sandbox/dataverse/install/wellKnown.js';
import { emailTemplates } from '../../solution/schema.js';
import type { Change, ReadyEnvironment } from './readyEnvironment.js';

const service = `systemusers(${developmentUsers.service.id})`;
const manager = developmentUsers.manager.id;
const queue = 'queues(90000000-0000-4000-8000-000000000001)';
/** The template in the base language. */
export const template = `templates(${emailTemplates[0].id})`;

/** What the changes speak of in one environment: addresses, and ids of rows. */
export interface Places {
  readonly url: string;
  readonly site: string;
  /** The role and the profile of the service. */
  readonly role: string;
  readonly profile: string;
  /** Values of environment variables, and the definition of the time zone. */
  readonly siteUrl: string;
  readonly senderQueue: string;
  readonly timeZone: string;
}

export async function readPlaces({ admin, site }: ReadyEnvironment): Promise<Places> {
  const id = async (set: string, filter: string, column: string): Promise<string> =>
    String((await admin.all(`${set}?$select=${column}&$filter=${filter}`))[0]?.[column]);
  const value = (variable: string) =>
    id('environmentvariablevalues', `schemaname eq '${variable}'`, 'environmentvariablevalueid');
  return {
    url: admin.url,
    site: site.url,
    role: await id('roles', "name eq 'Invitation Service'", 'roleid'),
    profile: await id('fieldsecurityprofiles', "name eq 'Invitation Code Service'", 'fieldsecurityprofileid'),
    siteUrl: await value('inv_SiteUrl'),
    senderQueue: await value('inv_SenderQueue'),
    timeZone: await id(
      'environmentvariabledefinitions',
      "schemaname eq 'inv_TimeZone'",
      'environmentvariabledefinitionid',
    ),
  };
}

export const siteUrl = (at: Places, value: string | null): Change => [
  'PATCH',
  `environmentvariablevalues(${at.siteUrl})`,
  { value },
];
const senderQueue = (at: Places, value: string): Change => [
  'PATCH',
  `environmentvariablevalues(${at.senderQueue})`,
  { value },
];
const timeZoneValue = 'environmentvariablevalues(90000000-0000-4000-8000-0000000000f1)';
export const unlink = (relationship: string, target: string): Change => [
  'DELETE',
  `${service}/${relationship}(${target})/$ref`,
];
export const link = (at: Places, relationship: string, target: string): Change => [
  'POST',
  `${service}/${relationship}/$ref`,
  { '@odata.id': `${at.url}/api/data/v9.2/${target}` },
];

/** One thing that is wrong in an environment, how it came and goes, and what the checks say meanwhile. */
export interface Breakage {
  readonly what: string;
  readonly broken: (at: Places) => readonly Change[];
  readonly mended: (at: Places) => readonly Change[];
  readonly finds: readonly Partial<EnvironmentCheck>[];
}

export const breakages: readonly Breakage[] = [
  {
    what: 'an application user that is deactivated',
    broken: () => [['PATCH', service, { isdisabled: true }]],
    mended: () => [['PATCH', service, { isdisabled: false }]],
    finds: [
      { name: 'application user', state: 'failed', mend: expect.stringContaining('Activate') as never },
    ],
  },
  {
    what: 'an application user without its role',
    broken: (at) => [unlink('systemuserroles_association', at.role)],
    mended: (at) => [link(at, 'systemuserroles_association', `roles(${at.role})`)],
    finds: [
      {
        name: 'application user',
        state: 'failed',
        found: 'no application user holds the role "Invitation Service"',
        mend: expect.stringContaining('--create-application-user') as never,
      },
    ],
  },
  {
    what: 'an application user that may not read codes',
    broken: (at) => [unlink('systemuserprofiles_association', at.profile)],
    mended: (at) => [link(at, 'systemuserprofiles_association', `fieldsecurityprofiles(${at.profile})`)],
    finds: [
      {
        name: 'column security',
        state: 'failed',
        mend: expect.stringMatching(
          /Column security profiles > Invitation Code Service > Users > Add/,
        ) as never,
      },
    ],
  },
  {
    what: 'a queue whose address nobody has approved',
    broken: () => [['PATCH', queue, { emailrouteraccessapproval: 2 }]],
    mended: () => [['PATCH', queue, { emailrouteraccessapproval: 1 }]],
    finds: [
      {
        name: 'sender queue',
        state: 'failed',
        found: 'the queue "Invitations mailbox" is not approved (pending)',
        mend: expect.stringMatching(/Mailboxes > Invitations mailbox > Approve Email\.$/) as never,
      },
    ],
  },
  {
    what: 'a sender queue that does not exist',
    broken: (at) => [senderQueue(at, "Nobody's")],
    mended: (at) => [senderQueue(at, 'Invitations mailbox')],
    finds: [{ name: 'sender queue', state: 'failed', found: 'there is no active queue "Nobody\'s"' }],
  },
  {
    what: 'a required variable without a value',
    broken: (at) => [siteUrl(at, null)],
    mended: (at) => [siteUrl(at, at.site)],
    finds: [
      {
        name: 'environment variables',
        state: 'failed',
        found: 'inv_SiteUrl is not set; give it the address of your site',
        mend: expect.stringContaining('Set inv_SiteUrl') as never,
      },
      { name: 'site', state: 'unknown' },
    ],
  },
  {
    what: 'a variable that the service does not take',
    broken: (at) => [siteUrl(at, 'ftp://contoso.example')],
    mended: (at) => [siteUrl(at, at.site)],
    finds: [
      { name: 'environment variables', state: 'failed', found: 'inv_SiteUrl must begin with https://' },
      { name: 'site', state: 'unknown' },
    ],
  },
  {
    what: 'a time zone that is none',
    broken: (at) => [
      [
        'POST',
        'environmentvariablevalues',
        {
          environmentvariablevalueid: timeZoneValue.slice(-37, -1),
          schemaname: 'inv_TimeZone',
          value: 'Berlin',
          'EnvironmentVariableDefinitionId@odata.bind': `/environmentvariabledefinitions(${at.timeZone})`,
        },
      ],
    ],
    mended: () => [['DELETE', timeZoneValue]],
    finds: [
      {
        name: 'time zone',
        state: 'failed',
        found: 'inv_TimeZone must be an IANA time zone such as Europe/Berlin',
      },
    ],
  },
  {
    what: 'no template in the base language',
    broken: () => [['PATCH', template, { title: 'Welcome' }]],
    mended: () => [['PATCH', template, { title: 'Invitation' }]],
    finds: [
      {
        name: 'email template',
        state: 'failed',
        found: 'there is no global template "Invitation" in the base language en-US',
      },
    ],
  },
  {
    what: 'people who invite and cannot send',
    broken: () => [['PATCH', `systemusers(${manager})`, { emailrouteraccessapproval: 0 }]],
    mended: () => [['PATCH', `systemusers(${manager})`, { emailrouteraccessapproval: 1 }]],
    finds: [
      {
        name: 'inviters',
        state: 'warning',
        found: '1 of 1 cannot send: Mia Manager is not approved (not given)',
      },
    ],
  },
  {
    what: 'people who let nobody send for them',
    broken: () => [['PATCH', `usersettingscollection(${manager})`, { issendasallowed: false }]],
    mended: () => [['PATCH', `usersettingscollection(${manager})`, { issendasallowed: true }]],
    finds: [
      {
        name: 'inviters',
        state: 'warning',
        found: '1 of 1 cannot send: Mia Manager lets nobody send on their behalf',
      },
    ],
  },
];
