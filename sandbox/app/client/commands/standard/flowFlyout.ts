import type { TableDefinition } from '../../../definition/table/tableDefinition.js';
import type { Host, LookupRow } from '../../host/host.js';
import type { Command } from '../command.js';
import type { StandardCommand } from './standardCommand.js';
import { readWorkflows, runWorkflow } from './workflows.js';

interface FlowFlyout {
  readonly id: string;
  /** The rows a workflow is run on; without any the flyout is not shown. */
  readonly rows: () => readonly LookupRow[];
  /** Makes the rows fit to be worked on, before anything is asked. */
  readonly prepare: () => Promise<void>;
}

/** The Flow flyout: the on-demand workflows of the table, read when it is opened. */
export function flowFlyout(
  host: Host,
  table: TableDefinition,
  { id, rows, prepare }: FlowFlyout,
): StandardCommand {
  const menu = async (): Promise<readonly Command[]> => {
    const workflows = await readWorkflows(host, table);
    return workflows.map((workflow, index) => ({
      id: `${id}.RunWorkflow.${workflow.id}`,
      sequence: index,
      label: host.text('commands.run', workflow.name),
      title: workflow.name,
      description: '',
      icon: { kind: 'own', name: 'flow' },
      ask: () => true,
      execute: async () => {
        await prepare();
        await runWorkflow(host, table, workflow, rows());
      },
    }));
  };
  return {
    ...{ id, sequence: 3010, words: 'flow', icon: 'flow' },
    isOffered: () => host.definition.tables['workflow']?.privileges.read === true && rows().length > 0,
    menu,
  };
}
