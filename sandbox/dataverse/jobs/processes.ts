import { createRow } from '../organization/createRow.js';
import type { Session } from '../organization/organization.js';

/** A process ("workflow") of the sandbox: a row of `workflow`, and a function in the place of its steps. */
export interface Process {
  /** `workflowid` of the definition. */
  readonly id: string;
  /** `workflowid` of the activation, the copy that jobs refer to; only for activated processes. */
  readonly activationId?: string;
  readonly name: string;
  readonly description: string;
  /** Logical name of the table it runs on. */
  readonly primaryTable: string;
  readonly onDemand: boolean;
  /** Background processes run as system jobs; real-time ones cannot be run by ExecuteWorkflow here. */
  readonly background: boolean;
  /**
   * The steps. Runs in one transaction; what it throws ends the job as failed, with the error's message.
   * @param session whoever started the process
   */
  run(session: Session, rowId: string): void;
}

/** The processes that every sandbox has, among them one for each way in which a process can be unfit to be run. */
export const processes: readonly Process[] = [
  {
    id: '5a5d0000-0000-4000-8000-0000000f0001',
    activationId: '5a5d0000-0000-4000-8000-0000000f1001',
    name: 'Create a welcome task for the contact',
    description: 'Creates a task regarding the contact.',
    primaryTable: 'contact',
    onDemand: true,
    background: true,
    run: (session, rowId) => createTask(session, 'contact', rowId),
  },
  {
    id: '5a5d0000-0000-4000-8000-0000000f0002',
    activationId: '5a5d0000-0000-4000-8000-0000000f1002',
    name: 'Fail on purpose',
    description: 'Always fails, to show what a failed system job looks like.',
    primaryTable: 'contact',
    onDemand: true,
    background: true,
    run: () => {
      throw new Error('This process fails on purpose.');
    },
  },
  {
    id: '5a5d0000-0000-4000-8000-0000000f0003',
    name: 'Create a follow-up task (draft)',
    description: 'Is not activated, so it cannot be run.',
    primaryTable: 'contact',
    onDemand: true,
    background: true,
    run: (session, rowId) => createTask(session, 'contact', rowId),
  },
  {
    id: '5a5d0000-0000-4000-8000-0000000f0004',
    activationId: '5a5d0000-0000-4000-8000-0000000f1004',
    name: 'Create a welcome task for the account',
    description: 'Creates a task regarding the account.',
    primaryTable: 'account',
    onDemand: true,
    background: true,
    run: (session, rowId) => createTask(session, 'account', rowId),
  },
  {
    id: '5a5d0000-0000-4000-8000-0000000f0005',
    activationId: '5a5d0000-0000-4000-8000-0000000f1005',
    name: 'Watch new contacts',
    description: 'Is not meant to be run on demand.',
    primaryTable: 'contact',
    onDemand: false,
    background: true,
    run: (session, rowId) => createTask(session, 'contact', rowId),
  },
];

function createTask(session: Session, table: string, id: string): void {
  createRow(session, session.organization.catalogue.table('task'), {
    subject: 'Welcome',
    regardingobjectid: { table, id },
  });
}
