import { randomUUID } from 'node:crypto';
import { invitation, webRole } from '../../../solution/schema.js';
import { Mistake } from '../../command/mistake.js';
import type { Row, WebApi } from '../../system/webApi.js';

/** Web roles that each invitation of the benchmark gives. */
export const webRoles = 2;

/** @returns the columns of an invitation that gives an account and two web roles, and starts a workflow if wanted */
export async function seedGrants(admin: WebApi, workflow: boolean): Promise<Row> {
  const account = randomUUID();
  await admin.create('accounts', { accountid: account, name: 'Contoso' });
  const roles = Array.from({ length: webRoles }, () => randomUUID());
  for (const id of roles) await admin.create(webRole.set, { [webRole.id]: id, inv_name: `Role ${id}` });
  return {
    'inv_accountid@odata.bind': `/accounts(${account})`,
    [`${invitation.manyToMany.webRoles}@odata.bind`]: roles.map((id) => `/${webRole.set}(${id})`),
    ...(workflow && { 'inv_workflowid@odata.bind': `/workflows(${await onDemandWorkflow(admin)})` }),
  };
}

/** A workflow that can be started for a contact. */
async function onDemandWorkflow(admin: WebApi): Promise<string> {
  const [workflow] = await admin.rows(
    "workflows?$select=workflowid&$filter=primaryentity eq 'contact' and type eq 1 and statecode eq 1 and ondemand eq true",
  );
  if (workflow === undefined)
    throw new Mistake('The sandbox has no workflow on contacts that runs on demand.');
  return String(workflow.workflowid);
}
