import type { Host } from '../../host/host.js';
import type { Command } from '../command.js';
import { tableOf, type CommandSource } from '../commandSource.js';
import { formCommands } from './formCommands.js';
import { listCommands } from './listCommands.js';
import { toCommand } from './standardCommand.js';
import { subgridCommands } from './subgridCommands.js';

/** The app's own commands for a bar. */
export function standardCommands(host: Host, source: CommandSource): readonly Command[] {
  const table = tableOf(source);
  return commandsOf(host, source).map((command) => toCommand(host, table, command));
}

function commandsOf(host: Host, source: CommandSource) {
  if (source.place === 'Form') return formCommands(host, source.form);
  if (source.place === 'HomepageGrid') return listCommands(host, source.grid);
  return subgridCommands(host, source.grid, source.parentForm);
}
