import type { Element } from '@xmldom/xmldom';
import { below, value } from '../../read/markup.js';
import { columnsOf, readWholeTables } from '../../read/readOwnTables.js';
import type { Looked, Rule } from '../../rule.js';

/**
 * States and status reasons fit: each state has a default reason of its own and a name for programs, each reason a
 * state.
 */
export const states: Rule = {
  name: 'choice/states',
  look: ({ files }) =>
    readWholeTables(files).flatMap((table) => {
      const columns = columnsOf(table);
      const all = columns
        .filter(({ type }) => type === 'state')
        .flatMap(({ element }) => below(element, 'state'));
      const reasons = columns
        .filter(({ type }) => type === 'status')
        .flatMap(({ element }) => below(element, 'status'));
      return [
        ...all.map((state) => lookAtState(table.file, state, reasons)),
        ...reasons.map((reason) => ({
          file: table.file,
          problem: all.some((state) => value(state, 'value') === value(reason, 'state'))
            ? undefined
            : `The status reason ${value(reason, 'value')} of ${table.schemaName} is of the state ${value(reason, 'state') || '(none)'}, which the table has not. Correct state.`,
        })),
      ];
    }),
};

function lookAtState(file: string, state: Element, reasons: readonly Element[]): Looked {
  const number = value(state, 'value');
  const reason = reasons.find((one) => value(one, 'value') === value(state, 'defaultstatus'));
  if (reason === undefined || value(reason, 'state') !== number)
    return {
      file,
      problem: `The state ${number} has the defaultstatus ${value(state, 'defaultstatus') || '(none)'}, which is no status reason of it. Name one that is.`,
    };
  return {
    file,
    problem:
      value(state, 'invariantname') === ''
        ? `The state ${number} has no invariantname. Write its English name.`
        : undefined,
  };
}
