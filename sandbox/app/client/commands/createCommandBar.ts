import { signal } from '@preact/signals-core';
import type { Host } from '../host/host.js';
import { mergeCommands, type Command } from './command.js';
import type { CommandBarModel, CommandItem } from './commandBarModel.js';
import { dataId, formOf, tableOf, type CommandSource } from './commandSource.js';
import { createContexts } from './contexts.js';
import { createRunner } from './createRunner.js';
import { reportFailure } from './reportFailure.js';
import type { Evaluation } from './evaluation.js';
import { createEvaluator } from './createEvaluator.js';
import { createRowAccess } from './rules/rowAccess.js';
import { solutionCommands } from './solution/solutionCommands.js';
import { standardCommands } from './standard/standardCommands.js';
import { watchSource } from './watchSource.js';

/**
 * The command bar of a form, a list or a subgrid. It asks its rules when the page is loaded and again whenever what they
 * speak of may have changed; commands whose rules do not all say yes are hidden.
 */
export function createCommandBar(host: Host, source: CommandSource): CommandBarModel {
  const table = tableOf(source);
  const contexts = createContexts(host, source);
  const rowAccess = createRowAccess(host);
  const run = createRunner(host);
  const items = signal<readonly CommandItem[]>([]);

  const begin = (abort: AbortSignal): Evaluation => ({
    host,
    source,
    contexts,
    rowAccess,
    answers: new Map(),
    signal: abort,
  });
  const toItem = (command: Command): CommandItem => {
    const { id, label, title, description, icon, execute, menu } = command;
    return {
      ...{ id, dataId: dataId(source, id), label, title, description, icon },
      ...(execute === undefined ? {} : { run: () => run(command) }),
      ...(menu === undefined ? {} : { menu: { open: () => openMenu(label, menu) } }),
    };
  };
  const openMenu = async (label: string, menu: () => Promise<readonly Command[]>) => {
    try {
      const entries = await menu();
      const visible = await answersOf(entries, begin(new AbortController().signal));
      return entries.filter((_, index) => visible[index]).map(toItem);
    } catch (error) {
      reportFailure(host, label, error);
      return [];
    }
  };

  const commands = mergeCommands(
    standardCommands(host, source),
    solutionCommands(host, source, contexts),
    table.ribbon.hidden,
  ).map((command) => ({ command, item: toItem(command) }));
  const evaluator = createEvaluator({
    ask: (abort) => {
      // A row that cannot be shown has nothing to be commanded.
      if (formOf(source)?.loadError.value !== undefined) return commands.map(() => false);
      const evaluation = begin(abort);
      return commands.map(({ command }) => command.ask(evaluation));
    },
    show: (visible) => {
      items.value = commands.filter((_, index) => visible[index]).map(({ item }) => item);
    },
  });
  const unwatch = watchSource(source, evaluator.start);
  return {
    place: source.place,
    table: table.logicalName,
    items,
    isEvaluating: evaluator.isEvaluating,
    async refresh() {
      evaluator.start();
      await evaluator.settled();
    },
    dispose() {
      unwatch();
      evaluator.stop();
    },
  };
}

function answersOf(entries: readonly Command[], evaluation: Evaluation): Promise<readonly boolean[]> {
  const answers = entries.map((entry) => entry.ask(evaluation));
  return Promise.all(answers.map((answer) => (typeof answer === 'boolean' ? answer : answer.later)));
}
