import type { Element } from '@xmldom/xmldom';
import { guid, text } from '../../../solution/xml.js';
import { below, value } from '../../read/markup.js';
import type { Relationship } from '../../read/schema.js';
import type { SolutionSource } from '../../read/solutionSource.js';
import type { Rule } from '../../rule.js';

/** Class id of a subgrid ("FormXml: control element"). */
const subgrid = 'e7a81278-8635-4d9e-8d4d-59480b391c5b';

/** A subgrid shows a table that exists, by a relationship that leads there from the form's table, in views of it. */
export const subgrids: Rule = {
  name: 'form/subgrids',
  look: (solution) =>
    solution.forms.flatMap(({ file, table, element }) =>
      below(element, 'control')
        .filter((control) => guid(value(control, 'classid')) === subgrid)
        .map((control) => {
          const problem = problemOf(table, below(control, 'parameters')[0], solution);
          return { file, problem: problem && `Subgrid ${value(control, 'id')} ${problem}` };
        }),
    ),
};

function problemOf(
  table: string,
  parameters: Element | undefined,
  { tables, relationships, viewTables }: SolutionSource,
): string | undefined {
  const target = text(parameters, 'TargetEntityType');
  if (!tables.has(target))
    return `shows ${target || 'no table'}, which does not exist. Correct TargetEntityType.`;
  const name = text(parameters, 'RelationshipName');
  const relationship = relationships.get(name);
  if (relationship === undefined)
    return `names the relationship ${name || '(none)'}, which does not exist. Correct RelationshipName.`;
  if (!leads(relationship, table, target))
    return `shows ${target} by ${name}, which leads from ${relationship.first} to ${relationship.second}. Name one that leads from ${table} to ${target}.`;
  const views = [text(parameters, 'ViewId'), ...text(parameters, 'ViewIds').split(',')];
  const wrong = views.filter(
    (id, index) => (index === 0 || id !== '') && viewTables.get(guid(id)) !== target,
  );
  if (wrong.length > 0)
    return `shows the view ${wrong.join(', ')}, which is no view of ${target}. Correct ViewId and ViewIds.`;
  return text(parameters, 'IsUserView') === 'false'
    ? undefined
    : "takes its view for a person's own (IsUserView). Write <IsUserView>false</IsUserView>.";
}

const leads = ({ kind, first, second }: Relationship, from: string, to: string): boolean =>
  (first === from && second === to) || (kind === 'ManyToMany' && first === to && second === from);
