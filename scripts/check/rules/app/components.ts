import type { Element } from '@xmldom/xmldom';
import { guid } from '../../../solution/xml.js';
import { below, textIn, value } from '../../read/markup.js';
import type { SolutionSource } from '../../read/solutionSource.js';
import type { Rule } from '../../rule.js';

/**
 * What the types of AppModuleComponent are, and whether there is one of that name or id ("AppModuleComponent table").
 */
const kinds: Readonly<
  Record<
    string,
    { readonly what: string; readonly exists: (component: Element, solution: SolutionSource) => boolean }
  >
> = {
  '1': { what: 'table', exists: (component, { tables }) => tables.has(value(component, 'schemaName')) },
  '26': {
    what: 'view',
    exists: (component, { viewTables }) => viewTables.has(guid(value(component, 'id'))),
  },
  '59': {
    what: 'chart',
    exists: (component, { charts }) => charts.some(({ id }) => id === guid(value(component, 'id'))),
  },
  '60': {
    what: 'form or dashboard',
    exists: (component, { formIds, dashboards }) =>
      formIds.has(guid(value(component, 'id'))) ||
      dashboards.some(({ id }) => id === guid(value(component, 'id'))),
  },
  '62': {
    what: 'site map',
    exists: (component, { siteMaps }) =>
      siteMaps
        .flatMap(({ element }) => below(element, 'SiteMapUniqueName'))
        .some((name) => textIn(name) === value(component, 'schemaName')),
  },
};

/** What an app is made of exists. */
export const components: Rule = {
  name: 'app/components',
  look: (solution) =>
    solution.apps.flatMap(({ file, element }) =>
      below(element, 'AppModuleComponent').map((component) => {
        const type = value(component, 'type');
        const kind = kinds[type];
        const name = value(component, 'schemaName') || value(component, 'id');
        if (kind === undefined)
          return {
            file,
            problem: `${name} is a component of type ${type}, which no rule knows. Use 1, 26, 59, 60 or 62.`,
          };
        return {
          file,
          problem: kind.exists(component, solution)
            ? undefined
            : `There is no ${kind.what} ${name}. Correct the AppModuleComponent, or remove it.`,
        };
      }),
    ),
};
