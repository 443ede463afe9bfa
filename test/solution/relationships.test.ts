import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { entries } from '../../scripts/schema/entries.js';
import { children, child, readXml, text } from '../../scripts/schema/xml.js';
import { columnsOf, relationships, root, source, tables, value } from './source.js';

const nameOf = (relationship: (typeof relationships)[number]): string => value(relationship, 'Name');
const toOne = relationships.filter(
  (relationship) => text(relationship, 'EntityRelationshipType') === 'OneToMany',
);
const toMany = relationships.filter(
  (relationship) => text(relationship, 'EntityRelationshipType') === 'ManyToMany',
);

/** The tables that every environment has (solution layer System) and that ours refer to. */
const vanilla = new Set([
  'account',
  'activitypointer',
  'businessunit',
  'contact',
  'mailbox',
  'organization',
  'owner',
  'sla',
  'systemuser',
  'team',
  'workflow',
]);
const isKnown = (table: string): boolean => tables.has(table) || vanilla.has(table);

describe('relationships', () => {
  it('are listed exactly as they are defined, each once', () => {
    const listed = children(root('Other', 'Relationships.xml'), 'EntityRelationship').map(nameOf);
    const defined = relationships.map(nameOf);
    expect(new Set(listed).size).toBe(listed.length);
    expect([...listed].sort()).toEqual([...defined].sort());
  });

  it('stand in the file of the table they lead to, or of their first table', () => {
    for (const file of entries(join(source, 'Other', 'Relationships'))) {
      for (const relationship of children(readXml(file), 'EntityRelationship')) {
        expect(text(relationship, 'ReferencedEntityName') || text(relationship, 'FirstEntityName')).toBe(
          basename(file, '.xml'),
        );
      }
    }
  });

  it.each(toOne.map((relationship) => [nameOf(relationship), relationship] as const))(
    '%s leads from a lookup that exists to a table that every environment has',
    (_name, relationship) => {
      const column = columnsOf(text(relationship, 'ReferencingEntityName')).get(
        text(relationship, 'ReferencingAttributeName').toLowerCase(),
      );
      expect(value(column, 'PhysicalName')).toBe(text(relationship, 'ReferencingAttributeName'));
      expect(['lookup', 'owner', 'primarykey']).toContain(text(column, 'Type'));
      expect(isKnown(text(relationship, 'ReferencedEntityName').toLowerCase())).toBe(true);
    },
  );

  it.each([...tables.keys()])('cover every lookup of %s', (table) => {
    const covered = new Set(
      toOne
        .filter((relationship) => text(relationship, 'ReferencingEntityName') === table)
        .map((relationship) => text(relationship, 'ReferencingAttributeName').toLowerCase()),
    );
    const lookups = [...columnsOf(table)]
      .filter(([, column]) => ['lookup', 'owner'].includes(text(column, 'Type')))
      .map(([name]) => name);
    // Service is a table of another app; exports write this column of every activity without its relationship.
    expect(lookups.filter((name) => !covered.has(name))).toEqual(
      table === 'inv_inviteredemption' ? ['serviceid'] : [],
    );
  });

  it('bind own lookups by the name of their column, and on an activity by that with its name', () => {
    const own = toOne.filter((relationship) =>
      text(relationship, 'ReferencingAttributeName').startsWith('inv_'),
    );
    expect(own).toHaveLength(8);
    for (const relationship of own) {
      const roles = children(child(relationship, 'EntityRelationshipRoles'), 'EntityRelationshipRole');
      const column = text(relationship, 'ReferencingAttributeName');
      const table = text(relationship, 'ReferencingEntityName');
      expect(roles.map((role) => text(role, 'NavigationPropertyName'))).toEqual([
        table === 'inv_inviteredemption' ? `${column}_${table}` : column,
        nameOf(relationship),
      ]);
      expect(text(relationship, 'CascadeDelete')).toBe('RemoveLink');
    }
  });

  it('between many have one short name for relationship, intersect and both ends', () => {
    expect(toMany.map(nameOf)).toEqual([
      'inv_invitation_invitedcontacts',
      'inv_invitation_redeemedcontacts',
      'inv_invitation_webroles',
      'inv_webrole_contacts',
    ]);
    for (const relationship of toMany) {
      const roles = children(child(relationship, 'EntityRelationshipRoles'), 'EntityRelationshipRole');
      expect(text(relationship, 'IntersectEntityName')).toBe(nameOf(relationship));
      expect(nameOf(relationship).length).toBeLessThanOrEqual(50);
      expect(roles.map((role) => text(role, 'AssociationRoleOrdinal'))).toEqual(['1', '2']);
      for (const role of roles) expect(text(role, 'NavigationPropertyName')).toBe(nameOf(relationship));
      for (const end of ['FirstEntityName', 'SecondEntityName'])
        expect(isKnown(text(relationship, end).toLowerCase())).toBe(true);
    }
  });

  it('let mail and redemptions regard an invitation', () => {
    const invitation = tables.get('inv_invitation');
    expect(text(invitation, 'HasRelatedActivities')).toBe('True');
    expect(relationships.map(nameOf)).toContain('inv_invitation_inv_inviteredemptions');
  });
});
