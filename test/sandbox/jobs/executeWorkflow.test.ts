import { beforeEach, describe, expect, it } from '@jest/globals';
import { developmentUsers } from '../../../sandbox/dataverse/install/wellKnown.js';
import { processes } from '../../../sandbox/dataverse/jobs/processes.js';
import type { Process } from '../../../sandbox/dataverse/jobs/processes.js';
import { resumeJobs, runJobs } from '../../../sandbox/dataverse/jobs/runJobs.js';
import { startJobs } from '../../../sandbox/dataverse/jobs/startJobs.js';
import type { Organization, Session } from '../../../sandbox/dataverse/organization/organization.js';
import type { StoredRow } from '../../../sandbox/dataverse/storage/store.js';
import { createRow } from '../../../sandbox/dataverse/organization/createRow.js';
import { deleteRow } from '../../../sandbox/dataverse/organization/deleteRow.js';
import { updateRow } from '../../../sandbox/dataverse/organization/updateRow.js';
import { sessionOf, testOrganization } from '../install/testOrganization.js';
import { baseUrl, callMessage } from '../messages/callMessage.js';
import { refusal } from '../messages/refusal.js';

let organization: Organization;
let manager: Session;
let contactId: string;

beforeEach(() => {
  organization = testOrganization();
  manager = sessionOf(organization, 'manager');
  contactId = createRow(manager, organization.catalogue.table('contact'), { lastname: 'One' });
});

function processNamed(name: string): Process {
  const found = processes.find((process) => process.name === name);
  if (found === undefined) throw new Error(name);
  return found;
}

function execute(workflowId: string, entityId = contactId, session = manager): string {
  const url = `workflows(${workflowId})/Microsoft.Dynamics.CRM.ExecuteWorkflow`;
  return String(callMessage(session, url, { EntityId: entityId })['asyncoperationid']);
}

function job(id: string): StoredRow {
  return organization.store.one('SELECT * FROM asyncoperation WHERE asyncoperationid = ?', [id]) ?? {};
}

const welcome = processNamed('Create a welcome task for the contact');
const failing = processNamed('Fail on purpose');

describe('ExecuteWorkflow', () => {
  it('answers with a system job that waits and belongs to the caller', () => {
    const url = `workflows(${welcome.id})/Microsoft.Dynamics.CRM.ExecuteWorkflow`;
    const answer = callMessage(manager, url, { EntityId: contactId });
    expect(answer['@odata.context']).toBe(`${baseUrl}/$metadata#asyncoperations/$entity`);
    expect(job(String(answer['asyncoperationid']))).toMatchObject({
      name: welcome.name,
      statecode: 0,
      statuscode: 0,
      operationtype: 10,
      regardingobjectid: contactId,
      ownerid: developmentUsers.manager.id,
      workflowactivationid: welcome.activationId,
    });
  });

  it('makes a new job with every call', () => {
    expect(execute(welcome.id)).not.toBe(execute(welcome.id));
  });

  it.each([
    ['an activation instead of the definition', welcome.activationId ?? '', '0x80045046'],
    ['a draft', processNamed('Create a follow-up task (draft)').id, '0x80045047'],
    ['a process that is not on demand', processNamed('Watch new contacts').id, '0x80045059'],
  ])('refuses %s', (_what, id, code) => {
    expect(refusal(() => execute(id))).toMatchObject({ status: 400, code });
    expect(organization.store.one('SELECT COUNT(*) AS n FROM asyncoperation')).toMatchObject({ n: 0 });
  });

  it.each([
    ['a process that is not there', '5a5d0000-0000-4000-8000-0000000fffff'],
    ['a row of another table', processNamed('Create a welcome task for the account').id],
  ])('refuses %s', (_what, id) => {
    expect(refusal(() => execute(id))).toMatchObject({ status: 404, code: '0x80040217' });
  });

  it('needs the privilege to execute processes', () => {
    expect(refusal(() => execute(welcome.id, contactId, sessionOf(organization, 'reader')))).toMatchObject({
      status: 403,
      message: expect.stringContaining('prvWorkflowExecution'),
    });
  });
});

describe('a system job', () => {
  it('does its work as the user who asked for it, and succeeds', () => {
    const id = execute(welcome.id);
    expect(runJobs(organization)).toEqual({ succeeded: 1, failed: 0 });
    expect(job(id)).toMatchObject({ statecode: 3, statuscode: 30, message: null });
    expect(organization.store.all('SELECT subject, regardingobjectid, createdby FROM task')).toMatchObject([
      { subject: 'Welcome', regardingobjectid: contactId, createdby: developmentUsers.manager.id },
    ]);
  });

  it('fails with the reason, and a failure does not stop the others', () => {
    const failed = execute(failing.id);
    const next = execute(welcome.id);
    expect(runJobs(organization)).toEqual({ succeeded: 1, failed: 1 });
    expect(job(failed)).toMatchObject({
      statecode: 3,
      statuscode: 31,
      message: 'This process fails on purpose.',
    });
    expect(job(next)).toMatchObject({ statuscode: 30 });
  });

  it('goes with the row it is about', () => {
    execute(welcome.id);
    deleteRow(sessionOf(organization, 'admin'), organization.catalogue.table('contact'), contactId);
    expect(runJobs(organization)).toEqual({ succeeded: 0, failed: 0 });
    expect(organization.store.one('SELECT COUNT(*) AS n FROM asyncoperation')).toMatchObject({ n: 0 });
  });

  it('fails when the user who asked for it may no longer sign in', () => {
    const id = execute(welcome.id);
    const users = organization.catalogue.table('systemuser');
    updateRow(sessionOf(organization, 'admin'), users, developmentUsers.manager.id, { isdisabled: true });
    expect(runJobs(organization)).toEqual({ succeeded: 0, failed: 1 });
    expect(job(id)).toMatchObject({ statuscode: 31, message: 'The specified user is disabled.' });
  });

  it('fails when its process has no function in the sandbox', () => {
    const id = execute(welcome.id);
    runJobs(organization, []);
    expect(job(id)).toMatchObject({
      statuscode: 31,
      message: expect.stringContaining('cannot run this process'),
    });
  });

  it('is in progress while its steps run, and leaves nothing when they break off', () => {
    const id = execute(welcome.id);
    let during: unknown;
    const breaking: Process = {
      ...welcome,
      run: (session, rowId) => {
        welcome.run(session, rowId);
        during = job(id)['statuscode'];
        throw new Error('half way');
      },
    };
    runJobs(organization, [breaking]);
    expect(during).toBe(20);
    expect(job(id)).toMatchObject({ statuscode: 31, message: 'half way' });
    expect(organization.store.one('SELECT COUNT(*) AS n FROM task')).toMatchObject({ n: 0 });
  });

  it('is run once', () => {
    execute(welcome.id);
    runJobs(organization);
    expect(runJobs(organization)).toEqual({ succeeded: 0, failed: 0 });
  });

  it('that a crash interrupted is run again', () => {
    const id = execute(welcome.id);
    organization.store.run(
      'UPDATE asyncoperation SET statecode = 2, statuscode = 20 WHERE asyncoperationid = ?',
      [id],
    );
    expect(runJobs(organization).succeeded).toBe(0);
    resumeJobs(organization);
    expect(runJobs(organization).succeeded).toBe(1);
  });

  it('is run by the worker in the background', async () => {
    const id = execute(welcome.id);
    const ran = new Promise<void>((resolve) => {
      const poll = (): void => {
        if (job(id)['statuscode'] === 30) resolve();
        else setImmediate(poll);
      };
      poll();
    });
    const worker = startJobs(organization, { intervalMs: 1 });
    await ran;
    await worker.stop();
    expect(organization.store.one('SELECT COUNT(*) AS n FROM task')).toMatchObject({ n: 1 });
  });
});
