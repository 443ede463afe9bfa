import { describe, expect, it } from '@jest/globals';
import { readRelationship } from '../../../scripts/provision/definition/relationship.js';
import { readTable } from '../../../scripts/provision/definition/table.js';
import { readWanted } from '../../../scripts/provision/definition/readWanted.js';
import { source } from '../source.js';
import { element } from './xml.js';

const wanted = readWanted(source);
const labels = (definition: unknown): readonly unknown[] =>
  (definition as { readonly LocalizedLabels: readonly { readonly Label: string }[] }).LocalizedLabels.map(
    ({ Label }) => Label,
  );

describe('The schema of solution/src', () => {
  it('is six tables with seven choices, and the solution they belong to', () => {
    expect(wanted.tables.map(({ name }) => name)).toEqual([
      'inv_externalidentity',
      'inv_invitation',
      'inv_inviteredemption',
      'inv_redemptionlock',
      'inv_redemptionrequest',
      'inv_webrole',
    ]);
    expect(wanted.choices).toHaveLength(7);
    expect(wanted.publisher).toMatchObject({ prefix: 'inv', optionValuePrefix: 72430 });
    expect(wanted.solution).toMatchObject({
      uniqueName: 'ContactInvitations',
      friendlyName: 'Contact Invitations',
    });
  });

  it('has no relationship that comes with a table', () => {
    const names = wanted.relationships.map(({ name }) => name);
    expect(names).toContain('inv_contact_inv_inviteredemption_contactid');
    expect(names.filter((name) => /^(lk|user|team|owner|business_unit|organization)_/.test(name))).toEqual(
      [],
    );
    expect(names).not.toContain('inv_invitation_inv_inviteredemptions');
  });

  it('has every text in four languages', () => {
    const texts = wanted.tables.flatMap(({ columns, definition }) => [
      labels(definition.DisplayName),
      labels(definition.DisplayCollectionName),
      labels(definition.Description),
      ...columns.flatMap((column) => [
        labels(column.definition.DisplayName),
        labels(column.definition.Description),
      ]),
    ]);
    expect(new Set(texts.map(({ length }) => length))).toEqual(new Set([4]));
  });
});

describe('A table', () => {
  const table = (more: string) =>
    readTable(element(`<entity Name="inv_Some">${more}<attributes/></entity>`), new Set());

  it.each([
    ['<OwnershipTypeMask>UserOwned</OwnershipTypeMask>', { OwnershipType: 'UserOwned' }],
    ['<OwnershipTypeMask>OrgOwned</OwnershipTypeMask>', { OwnershipType: 'OrganizationOwned' }],
    ['<IsActivity>1</IsActivity><ActivityTypeMask>CommunicationActivity</ActivityTypeMask>', { IsActivity: true, IsAvailableOffline: true, ActivityTypeMask: 1 }],
    ['<IsActivity>1</IsActivity>', { ActivityTypeMask: 0 }],
    ['<HasRelatedActivities>True</HasRelatedActivities>', { HasActivities: true, HasNotes: false }],
    ['<ChangeTrackingEnabled>1</ChangeTrackingEnabled>', { ChangeTrackingEnabled: true }],
    ['<IsDuplicateCheckSupported>1</IsDuplicateCheckSupported>', { IsDuplicateDetectionEnabled: { Value: true, CanBeChanged: true, ManagedPropertyLogicalName: 'canmodifyduplicatedetectionsettings' } }],
    ['<EntityColor>#505050</EntityColor>', { EntityColor: '#505050' }],
  ])('with %s is %o', (more, expected) => {
    expect(table(more).definition).toMatchObject({ SchemaName: 'inv_Some', ...expected });
  }); // prettier-ignore

  it('says nothing of settings the source does not have', () => {
    expect(table('').definition).not.toHaveProperty('IsAuditEnabled');
  });

  it('has its keys', () => {
    const keys = `<EntityKeys><EntityKey><Name>inv_Key</Name><LogicalName>inv_key</LogicalName>
      <EntityKeyAttributes><AttributeName>inv_a</AttributeName><AttributeName>inv_b</AttributeName></EntityKeyAttributes>
    </EntityKey></EntityKeys>`;
    expect(table(keys).keys).toMatchObject([
      { name: 'inv_key', definition: { SchemaName: 'inv_Key', KeyAttributes: ['inv_a', 'inv_b'] } },
    ]);
  });
});

describe('A relationship', () => {
  const roles = (key: string, second: string) => `<EntityRelationshipRoles>
    <EntityRelationshipRole><NavPaneDisplayOption>UseLabel</NavPaneDisplayOption><NavPaneArea>Sales</NavPaneArea>
      <NavPaneOrder>10010</NavPaneOrder><NavigationPropertyName>near</NavigationPropertyName>
      <CustomLabels><CustomLabel description="Near" languagecode="1033"/></CustomLabels><${key}>1</${key}></EntityRelationshipRole>
    <EntityRelationshipRole><NavigationPropertyName>far</NavigationPropertyName><${key}>${second}</${key}></EntityRelationshipRole>
  </EntityRelationshipRoles>`;

  it('from one to many has its lookup, cascades, navigation properties and menu', () => {
    const xml = `<EntityRelationship Name="inv_one"><EntityRelationshipType>OneToMany</EntityRelationshipType>
      <ReferencingEntityName>inv_redemptionrequest</ReferencingEntityName><ReferencedEntityName>Contact</ReferencedEntityName>
      <ReferencingAttributeName>inv_contactid</ReferencingAttributeName><CascadeDelete>Restrict</CascadeDelete>
      <CascadeAssign>NoCascade</CascadeAssign><IsValidForAdvancedFind>1</IsValidForAdvancedFind>${roles('RelationshipRoleType', '0')}
    </EntityRelationship>`;
    expect(readRelationship(element(xml), wanted.tables)).toMatchObject({
      kind: 'OneToMany',
      definition: {
        '@odata.type': 'Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata',
        SchemaName: 'inv_one',
        ReferencedEntity: 'contact',
        ReferencingEntity: 'inv_redemptionrequest',
        ReferencingEntityNavigationPropertyName: 'near',
        ReferencedEntityNavigationPropertyName: 'far',
        CascadeConfiguration: { Assign: 'NoCascade', Delete: 'Restrict' },
        AssociatedMenuConfiguration: {
          Behavior: 'UseLabel',
          Group: 'Sales',
          Order: 10010,
          Label: { LocalizedLabels: [{ Label: 'Near', LanguageCode: 1033 }] },
        },
        Lookup: { SchemaName: 'inv_contactid', AttributeType: 'Lookup' },
      },
    });
  });

  it('from many to many has both ends', () => {
    const xml = `<EntityRelationship Name="inv_many"><EntityRelationshipType>ManyToMany</EntityRelationshipType>
      <FirstEntityName>inv_webrole</FirstEntityName><SecondEntityName>Contact</SecondEntityName>
      <IntersectEntityName>inv_many</IntersectEntityName>${roles('AssociationRoleOrdinal', '2')}</EntityRelationship>`;
    expect(readRelationship(element(xml), wanted.tables)).toMatchObject({
      kind: 'ManyToMany',
      definition: {
        '@odata.type': 'Microsoft.Dynamics.CRM.ManyToManyRelationshipMetadata',
        IntersectEntityName: 'inv_many',
        Entity1LogicalName: 'inv_webrole',
        Entity1NavigationPropertyName: 'near',
        Entity1AssociatedMenuConfiguration: { Behavior: 'UseLabel', Order: 10010 },
        Entity2LogicalName: 'contact',
        Entity2NavigationPropertyName: 'far',
        Entity2AssociatedMenuConfiguration: { Behavior: 'UseCollectionName', Group: 'Details' },
      },
    });
  });
});
