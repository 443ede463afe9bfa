import type { Ribbon, RibbonCommand, RibbonControl } from '../../../definition/ribbon/ribbon.js';
import type { Host } from '../../host/host.js';
import { tableOf, type CommandSource } from '../commandSource.js';
import type { Command } from '../command.js';
import type { CommandContexts } from '../contexts.js';
import { askRules } from '../rules/askRules.js';
import { warnOnce } from '../rules/warnOnce.js';
import { callFunctions } from './callFunctions.js';

/** The commands that solutions' ribbons add to a bar. */
export function solutionCommands(
  host: Host,
  source: CommandSource,
  contexts: CommandContexts,
): readonly Command[] {
  const { ribbon } = tableOf(source);
  const toCommand = (control: RibbonControl): Command => ({
    ...describe(control),
    ...behave(ribbon, control, (command) =>
      callFunctions(command, { host, source, contexts, controlId: control.id }),
    ),
    ...(control.kind === 'button' ? {} : { menu: () => Promise.resolve(menuOf(control)) }),
  });
  const menuOf = (control: RibbonControl): readonly Command[] =>
    control.sections
      .flatMap((section) => section.controls)
      .filter(({ id }) => !ribbon.hidden.includes(id))
      .map(toCommand);
  return ribbon.actions
    .filter(({ place }) => place === source.place)
    .map(({ control }) => toCommand(control));
}

function describe(
  control: RibbonControl,
): Pick<Command, 'id' | 'sequence' | 'label' | 'title' | 'description' | 'icon'> {
  return {
    id: control.id,
    sequence: control.sequence,
    label: control.label,
    title: control.tooltipTitle || control.label,
    description: control.tooltipDescription,
    icon:
      control.icon === undefined
        ? { kind: 'own', name: 'document' }
        : { kind: 'webresource', name: control.icon },
  };
}

/**
 * Its rules and its click. A control whose command no solution defines is hidden, and so is a menu that a command would
 * have to make; a flyout may do without a command.
 */
function behave(
  ribbon: Ribbon,
  control: RibbonControl,
  call: (command: RibbonCommand) => Promise<void>,
): Pick<Command, 'ask' | 'execute' | 'isScript'> {
  if (control.populatedDynamically === true) {
    warnOnce(`Not emulated: PopulateDynamically of ${control.id}; it is hidden.`);
    return { ask: () => false };
  }
  const command = ribbon.commands[control.command];
  if (command === undefined) {
    const isOpenOnly = control.kind === 'flyout' && control.command === '';
    if (!isOpenOnly)
      warnOnce(`The command ${control.command} of ${control.id} is not defined; it is hidden.`);
    return { ask: () => isOpenOnly };
  }
  return {
    ask: (evaluation) => askRules(command, ribbon, evaluation),
    ...(control.kind === 'flyout' ? {} : { execute: () => call(command), isScript: true }),
  };
}
