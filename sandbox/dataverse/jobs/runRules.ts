import { errors } from '../errors.js';
import type { Table } from '../metadata/model.js';
import type { Session } from '../organization/organization.js';
import type { StoredRow } from '../storage/store.js';

/** `type` of a process row: 1 definition, 2 activation, 3 template. */
const DEFINITION = 1;
const ACTIVATED = 1;

/**
 * Lets pass a process that can be run on demand: the definition, activated, on demand. Returns the table it runs on.
 * Real-time processes are refused by name: the sandbox has background ones only.
 *
 * @throws DataverseError 400 0x80045046, 0x80045047, 0x80045059; 501
 */
export function requireRunnable(session: Session, workflow: StoredRow): Table {
  if (workflow['type'] !== DEFINITION) throw errors.workflowNotDefinition();
  if (workflow['statecode'] !== ACTIVATED) throw errors.workflowNotPublished();
  if (workflow['ondemand'] !== 1) throw errors.workflowNotOnDemand();
  if (workflow['mode'] === 1) throw errors.notEmulated('real-time processes');
  return session.organization.catalogue.table(String(workflow['primaryentity']));
}
