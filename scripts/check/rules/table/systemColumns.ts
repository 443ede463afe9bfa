import { text } from '../../../solution/xml.js';
import { columnsOf, readWholeTables } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** Columns of every table in an export, and those that depend on who owns its rows. */
const always = [
  ...['createdby', 'createdon', 'createdonbehalfby', 'modifiedby', 'modifiedon', 'modifiedonbehalfby'],
  ...['importsequencenumber', 'overriddencreatedon', 'statecode', 'statuscode'],
  ...['timezoneruleversionnumber', 'utcconversiontimezonecode'],
];
const byOwnership: Readonly<Record<string, readonly string[]>> = {
  UserOwned: ['ownerid', 'owningbusinessunit', 'owningteam', 'owninguser'],
  OrgOwned: ['organizationid'],
};

/**
 * A table is owned by users or by the organization, and has the columns that Dataverse gives such a table, and not
 * the others'.
 */
export const systemColumns: Rule = {
  name: 'table/systemColumns',
  look: ({ files }) =>
    readWholeTables(files).flatMap((table) => {
      const { file, entity, schemaName } = table;
      const ownership = text(entity, 'OwnershipTypeMask');
      const own = byOwnership[ownership];
      if (own === undefined)
        return [
          {
            file,
            problem: `OwnershipTypeMask of ${schemaName} is ${ownership || '(none)'}. Write UserOwned or OrgOwned.`,
          },
        ];
      const present = new Set(columnsOf(table).map(({ name }) => name));
      const foreign = Object.values(byOwnership)
        .flat()
        .filter((name) => !own.includes(name));
      return [
        ...[...always, ...own].map((name) => ({
          file,
          problem: present.has(name)
            ? undefined
            : `${schemaName} lacks ${name}, which every table of its kind has. Copy its attribute from a like table.`,
        })),
        ...foreign.map((name) => ({
          file,
          problem: present.has(name)
            ? `${schemaName} is ${ownership} and has ${name}, which such a table has not. Remove the attribute.`
            : undefined,
        })),
      ];
    }),
};
