import { processes } from '../jobs/processes.js';
import type { Process } from '../jobs/processes.js';
import type { Session } from '../organization/organization.js';
import { installRow } from './installRow.js';

const DEFINITION = 1;
const ACTIVATION = 2;

/** The rows of the sandbox's processes: a definition each, and the activation of those that are activated. */
export function installProcesses(session: Session): void {
  for (const process of processes) {
    const isActivated = process.activationId !== undefined;
    installRow(session, 'workflow', process.id, { ...columns(process, isActivated), type: DEFINITION });
    if (process.activationId === undefined) continue;
    installRow(session, 'workflow', process.activationId, {
      ...columns(process, true),
      type: ACTIVATION,
      parentworkflowid: { table: 'workflow', id: process.id },
    });
  }
}

function columns(process: Process, isActivated: boolean) {
  return {
    name: process.name,
    description: process.description,
    category: 0,
    mode: process.background ? 0 : 1,
    ondemand: process.onDemand,
    subprocess: false,
    primaryentity: process.primaryTable,
    scope: 4,
    statecode: isActivated ? 1 : 0,
    statuscode: isActivated ? 2 : 1,
  };
}
