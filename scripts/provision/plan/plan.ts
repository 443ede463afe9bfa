import type { Found } from '../found/found.js';
import { inLanguages } from '../inLanguages.js';
import type { Wanted } from '../definition/wanted.js';
import { notesOn } from './notes.js';
import { planChoices } from './planChoices.js';
import { planColumn } from './planColumn.js';
import { planKeys } from './planKeys.js';
import { planPublisher } from './planPublisher.js';
import { planRelationships } from './planRelationships.js';
import { planTable } from './planTable.js';
import type { Plan } from './step.js';

/**
 * What an environment that holds `found` lacks of what is wanted, in an order that works: publisher and solution, choices,
 * tables, columns, relationships with their lookups, keys. Nothing when it lacks nothing. Texts of the columns that the
 * platform makes with a table, and its status reasons, can be planned once the table is there: plan again after the
 * steps are done.
 *
 * @throws Mistake when something is there that cannot be changed into what is wanted
 */
export function plan(source: Wanted, found: Found): Plan {
  const wanted = inLanguages(source, found.languages);
  const solution = wanted.solution.uniqueName;
  return {
    steps: [
      ...planPublisher(wanted, found),
      ...planChoices(wanted, found),
      ...wanted.tables.flatMap((table) => planTable(table, found)),
      ...wanted.tables.flatMap((table) =>
        table.columns.flatMap((column) =>
          planColumn(column, {
            table: table.name,
            solution,
            found: found.tables.get(table.name),
            isPrimary: column.name === table.primaryColumn,
          }),
        ),
      ),
      ...planRelationships(wanted, found),
      ...wanted.tables.flatMap((table) => planKeys(table, found.tables.get(table.name))),
    ],
    notes: notesOn(source, found),
  };
}
