import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DynamicsWebApi } from 'dynamics-web-api';
import { developmentUsers } from '../../../sandbox/dataverse/install/wellKnown.js';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { createId, dynamicsWebApi } from './dynamicsWebApi.js';

const { admin } = developmentUsers;
let sandbox: Sandbox;
let api: DynamicsWebApi;
let contactId: string;
beforeAll(async () => {
  sandbox = await startSandbox({ developmentTokens: true });
  api = dynamicsWebApi(sandbox);
  contactId = await createId(api, 'contacts', {
    firstname: 'Ann',
    lastname: 'Addressee',
    emailaddress1: 'ann@contoso.example',
  });
});
afterAll(() => sandbox.close());

describe('dynamics-web-api 2.5.0: functions', () => {
  it('calls WhoAmI and RetrieveVersion', async () => {
    expect(await api.callFunction('WhoAmI')).toMatchObject({
      UserId: admin.id,
      OrganizationId: sandbox.organization.id,
    });
    expect(await api.callFunction({ name: 'RetrieveVersion' })).toMatchObject({
      Version: expect.stringMatching(/^9\.2\./),
    });
  });

  it('passes parameters: RetrieveTotalRecordCount, InitializeFrom', async () => {
    const counts = await api.callFunction({
      name: 'RetrieveTotalRecordCount',
      parameters: { EntityNames: ['contact'] },
    });
    expect(counts).toMatchObject({ EntityRecordCountCollection: { Keys: ['contact'], Values: [1] } });
    const account = await createId(api, 'accounts', { name: 'Parent', telephone1: '123' });
    const started = await api.callFunction({
      name: 'InitializeFrom',
      parameters: {
        EntityMoniker: { '@odata.id': `accounts(${account})` },
        TargetEntityName: 'contact',
        TargetFieldType: "Microsoft.Dynamics.CRM.TargetFieldType'ValidForCreate'",
      },
    });
    expect(started).toMatchObject({ '@odata.type': '#Microsoft.Dynamics.CRM.contact' });
  });
});

/** A text as an e-mail template keeps it. */
const sheet = (text: string) =>
  `<?xml version="1.0" ?><xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0"><xsl:output method="text" indent="no"/><xsl:template match="/data"><![CDATA[${text}]]></xsl:template></xsl:stylesheet>`;

describe('dynamics-web-api 2.5.0: actions', () => {
  it('sends an e-mail', async () => {
    const email = await createId(api, 'emails', {
      subject: 'Hello',
      email_activity_parties: [
        { participationtypemask: 1, 'partyid_systemuser@odata.bind': `systemusers(${admin.id})` },
        { participationtypemask: 2, 'partyid_contact@odata.bind': `contacts(${contactId})` },
      ],
    });
    const answer = await api.callAction({
      collection: 'emails',
      key: email,
      actionName: 'Microsoft.Dynamics.CRM.SendEmail',
      action: { IssueSend: true },
    });
    expect(answer).toMatchObject({ Subject: 'Hello' });
    expect(
      await api.retrieve({ collection: 'emails', key: email, select: ['statecode', 'statuscode'] }),
    ).toMatchObject({ statecode: 1, statuscode: 6 });
  });

  it('instantiates a template', async () => {
    const template = await createId(api, 'templates', {
      title: 'Greeting',
      templatetypecode: 'contact',
      languagecode: 1033,
      ispersonal: false,
      subject: sheet('Dear reader'),
      body: sheet('<p>Hello</p>'),
    });
    const answer = await api.callAction<{ value: object[] }>({
      actionName: 'InstantiateTemplate',
      action: { TemplateId: template, ObjectType: 'contact', ObjectId: contactId },
    });
    expect(answer.value).toEqual([
      expect.objectContaining({ subject: 'Dear reader', description: '<p>Hello</p>' }),
    ]);
  });

  it('executes a workflow', async () => {
    const workflows = await api.retrieveMultiple<{ workflowid: string }>({
      collection: 'workflows',
      select: ['workflowid'],
      filter: "name eq 'Create a welcome task for the contact' and type eq 1",
    });
    const job = await api.callAction<{ asyncoperationid: string }>({
      collection: 'workflows',
      key: String(workflows.value?.[0]?.workflowid),
      actionName: 'Microsoft.Dynamics.CRM.ExecuteWorkflow',
      action: { EntityId: contactId },
    });
    expect(
      await api.retrieve({
        collection: 'asyncoperations',
        key: job.asyncoperationid,
        select: ['statecode', '_regardingobjectid_value'],
      }),
    ).toMatchObject({
      statecode: 0,
      _regardingobjectid_value: contactId,
    });
  });

  it('creates many rows at once', async () => {
    const answer = await api.callAction<{ Ids: string[] }>({
      collection: 'contacts',
      actionName: 'Microsoft.Dynamics.CRM.CreateMultiple',
      action: {
        Targets: ['A', 'B'].map((lastname) => ({
          '@odata.type': 'Microsoft.Dynamics.CRM.contact',
          lastname: `Many ${lastname}`,
        })),
      },
    });
    expect(answer.Ids).toHaveLength(2);
    expect(await api.count({ collection: 'contacts', filter: "startswith(lastname,'Many')" })).toBe(2);
  });
});
