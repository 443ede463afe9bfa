import { describe, expect, it } from '@jest/globals';
import { text } from '../../scripts/solution/xml.js';
import { relationships, tables, value } from './source.js';

// What relationships must hold to is a rule of `npm run solution:check` (scripts/check/rules/relationship). These are ours.

const nameOf = (relationship: (typeof relationships)[number]): string => value(relationship, 'Name');

describe('relationships', () => {
  it('by lookups of ours forget a row that is deleted, but for what means nothing without it', () => {
    const own = relationships.filter((relationship) =>
      text(relationship, 'ReferencingAttributeName').startsWith('inv_'),
    );
    expect(own).toHaveLength(10);
    const deletedTogether = own.filter((relationship) => text(relationship, 'CascadeDelete') === 'Cascade');
    expect(deletedTogether.map(nameOf)).toEqual([
      'inv_contact_inv_externalidentity_contactid',
      'inv_invitation_inv_redemptionlock_invitationid',
    ]);
    for (const relationship of own.filter((one) => !deletedTogether.includes(one)))
      expect(text(relationship, 'CascadeDelete')).toBe('RemoveLink');
  });

  it('between many have one name for relationship and intersect', () => {
    const toMany = relationships.filter(
      (relationship) => text(relationship, 'EntityRelationshipType') === 'ManyToMany',
    );
    expect(toMany.map(nameOf)).toEqual([
      'inv_invitation_invitedcontacts',
      'inv_invitation_redeemedcontacts',
      'inv_invitation_webroles',
      'inv_webrole_contacts',
    ]);
    for (const relationship of toMany)
      expect(text(relationship, 'IntersectEntityName')).toBe(nameOf(relationship));
  });

  it('let mail and redemptions regard an invitation', () => {
    const invitation = tables.get('inv_invitation');
    expect(text(invitation, 'HasRelatedActivities')).toBe('True');
    expect(relationships.map(nameOf)).toContain('inv_invitation_inv_inviteredemptions');
  });
});
