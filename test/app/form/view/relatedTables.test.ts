import { describe, expect, it } from '@jest/globals';
import type { AppDefinition } from '../../../../sandbox/app/definition/definition.js';
import type {
  Relationship,
  TableDefinition,
} from '../../../../sandbox/app/definition/table/tableDefinition.js';
import type { ViewDefinition } from '../../../../sandbox/app/definition/view/viewDefinition.js';
import { relatedTables } from '../../../../sandbox/app/client/form/view/related/relatedTables.js';

const view = { id: 'v', queryType: 2 } as ViewDefinition;

function table(
  logicalName: string,
  collectionLabel: string,
  facts: Partial<TableDefinition> = {},
): TableDefinition {
  return {
    logicalName,
    collectionLabel,
    columns: {},
    relationships: [],
    views: [view],
    privileges: { read: true },
    ...facts,
  } as unknown as TableDefinition;
}

const pointing = (relatedTable: string, relatedColumn: string): Relationship => ({
  kind: 'OneToMany',
  schemaName: `${relatedTable}_${relatedColumn}`,
  navigation: `${relatedTable}_${relatedColumn}`,
  relatedTable,
  relatedColumn,
  relatedNavigation: relatedColumn,
});

const labels = (relationships: readonly Relationship[], tables: readonly TableDefinition[]) =>
  relatedTables(
    {
      tables: Object.fromEntries(tables.map((each) => [each.logicalName, each])),
    } as unknown as AppDefinition,
    table('contact', 'Contacts', { relationships }),
  ).map(({ label }) => label);

describe('The Related menu', () => {
  it('lists the tables that point to the table, by name', () => {
    expect(
      labels(
        [pointing('task', 'regardingobjectid'), pointing('account', 'primarycontactid')],
        [table('task', 'Tasks'), table('account', 'Accounts')],
      ),
    ).toEqual(['Accounts', 'Tasks']);
  });

  it('names the lookup where a table points to it twice', () => {
    const invitation = table('invitation', 'Invitations', {
      columns: { contact: { label: 'Invited Contact' }, inviter: { label: 'Inviter' } } as never,
    });
    expect(
      labels([pointing('invitation', 'contact'), pointing('invitation', 'inviter')], [invitation]),
    ).toEqual(['Invitations (Invited Contact)', 'Invitations (Inviter)']);
  });

  it.each([
    ['the user may not read', table('task', 'Tasks', { privileges: { read: false } as never })],
    ['has no view', table('task', 'Tasks', { views: [] })],
    ['the app does not know', table('letter', 'Letters')],
  ])('leaves out a table that %s', (_, other) => {
    expect(labels([pointing('task', 'regardingobjectid')], [other])).toEqual([]);
  });

  it('leaves out who created, changed and owns rows', () => {
    expect(
      labels([pointing('task', 'createdby'), pointing('task', 'ownerid')], [table('task', 'Tasks')]),
    ).toEqual([]);
  });
});
