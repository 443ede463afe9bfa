import { below, value } from '../../read/markup.js';
import type { Looked, Rule } from '../../rule.js';
import type { IdentifiedComponent, SolutionSource } from '../../read/solutionSource.js';

/** A chart asks for rows of its table by columns that exist, and groups some of them. */
export const columns: Rule = {
  name: 'chart/columns',
  look: (solution) => solution.charts.flatMap((chart) => lookAt(chart, solution)),
};

function lookAt(
  { file, table, element }: IdentifiedComponent,
  { tables }: SolutionSource,
): readonly Looked[] {
  const entity = below(element, 'entity')[0];
  if (entity === undefined || value(entity, 'name') !== table)
    return [
      { file, problem: `The chart asks for no rows of ${table}. Write <entity name="${table}"> into fetch.` },
    ];
  const attributes = below(entity, 'attribute');
  return [
    ...attributes.map((attribute) => ({
      file,
      problem: tables.get(table)?.columns.has(value(attribute, 'name'))
        ? undefined
        : `The chart asks for ${value(attribute, 'name') || 'a column without a name'}, which is no column of ${table}. Correct the attribute.`,
    })),
    {
      file,
      problem:
        attributes.some((attribute) => value(attribute, 'groupby') === 'true') &&
        attributes.some((attribute) => value(attribute, 'aggregate') !== '')
          ? undefined
          : 'The chart does not group and count. Give one attribute groupby="true", another aggregate="count".',
    },
  ];
}
