import type { TableDefinition } from '../../../definition/table/tableDefinition.js';
import type { Host } from '../../host/host.js';
import type { Command } from '../command.js';

/** A command of the app itself. */
export interface StandardCommand {
  readonly id: string;
  /**
   * Place in the bar. The groups of the platform's ribbon follow each other in steps of 1000, so that what a solution
   * adds stands after the first group: Save and New on forms, the changes of rows on lists.
   */
  readonly sequence: number;
  /** Key of its label in `commands`; the tooltip's has `Tip` added. Both are told the table's label. */
  readonly words: string;
  /** Name of one of the app's own icons. */
  readonly icon: string;
  /** Whether it is shown now: by privilege, form type and selection. */
  readonly isOffered: () => boolean;
  readonly execute?: () => Promise<unknown>;
  readonly menu?: () => Promise<readonly Command[]>;
}

/** A standard command as the bar takes it. */
export function toCommand(host: Host, table: TableDefinition, standard: StandardCommand): Command {
  const { id, sequence, words, icon, isOffered, execute, menu } = standard;
  const label = host.text(`commands.${words}`, table.label);
  return {
    ...{ id, sequence, label },
    title: label,
    description: host.text(`commands.${words}Tip`, table.label),
    icon: { kind: 'own', name: icon },
    ask: isOffered,
    ...(execute === undefined ? {} : { execute: async () => void (await execute()) }),
    ...(menu === undefined ? {} : { menu }),
  };
}
