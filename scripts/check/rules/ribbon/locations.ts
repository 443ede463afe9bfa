import { value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';
import { inRibbons } from './commandElements.js';

/** Groups of the default ribbon by place, the same for every table ("Export ribbon definitions"). */
const groups: Readonly<Record<string, readonly string[]>> = {
  Form: ['Save', 'Actions', 'Collaborate', 'Management', 'ModernClient', 'Workflow', 'ExportData', 'Convert'],
  HomepageGrid: ['Management', 'Actions', 'Collaborate', 'ModernClient', 'Workflow', 'ExportData'],
  SubGrid: [
    'Management',
    'Actions',
    'Collaborate',
    'ModernClient',
    'Workflow',
    'ExportData',
    'Filters',
    'Layout',
  ],
};

/** A button at a place that does not exist is never shown, and nothing says so. */
export const locations: Rule = {
  name: 'ribbon/locations',
  look: ({ ribbons }) =>
    inRibbons(ribbons, 'CustomAction').map(({ file, table, element }) => {
      const location = value(element, 'Location');
      return {
        file,
        problem: exists(location, table)
          ? undefined
          : `CustomAction ${value(element, 'Id')} has the Location ${location}, which ${table} has not. Use Mscrm.Form|HomepageGrid|SubGrid.${table}.MainTab.<group>.Controls._children with a group such as Save or Management.`,
      };
    }),
};

function exists(location: string, table: string): boolean {
  const [, place = '', of, group = ''] =
    /^Mscrm\.(\w+)\.(\w+)\.MainTab\.(\w+)\.Controls\._children$/.exec(location) ?? [];
  return of === table && Object.hasOwn(groups, place) && groups[place]?.includes(group) === true;
}
