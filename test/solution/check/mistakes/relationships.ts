import { swap, swapAfter, type Mistake } from './mistake.js';
import {
  contactRelationships,
  invitationTable,
  redemptionTable,
  relationshipList,
  webRoleRelationships,
} from './paths.js';

const invited = '"inv_contact_inv_invitation_contactid"';

export const relationshipMistakes: readonly Mistake[] = [
  {
    rule: 'relationship/listed',
    what: 'a relationship that is not listed',
    file: relationshipList,
    edit: swap('<EntityRelationship Name="inv_webrole_contacts" />', ''),
    says: [
      'inv_webrole_contacts of Other/Relationships/inv_webrole.xml is not listed',
      'Add <EntityRelationship Name="inv_webrole_contacts" />',
    ],
  },
  {
    rule: 'relationship/defined',
    what: 'a relationship that is listed in another case',
    file: relationshipList,
    edit: swap('"inv_webrole_contacts"', '"inv_WebRole_contacts"'),
    says: ['inv_WebRole_contacts is listed and not defined', 'in the same case'],
  },
  {
    rule: 'relationship/once',
    what: 'a relationship that is listed twice',
    file: relationshipList,
    edit: swap('"inv_webrole_contacts"', '"inv_invitation_webroles"'),
    says: ['inv_invitation_webroles is listed twice', 'Remove one'],
  },
  {
    rule: 'relationship/filed',
    what: 'a relationship in the file of another table',
    file: contactRelationships,
    edit: swapAfter(invited, '<ReferencedEntityName>Contact', '<ReferencedEntityName>Account'),
    says: [
      'inv_contact_inv_invitation_contactid belongs to Account',
      'Move it to Other/Relationships/Account.xml',
    ],
  },
  {
    rule: 'relationship/kinds',
    what: 'a kind that there is not',
    file: contactRelationships,
    edit: swapAfter(invited, '<EntityRelationshipType>OneToMany', '<EntityRelationshipType>ManyToOne'),
    says: ['EntityRelationshipType of inv_contact_inv_invitation_contactid is ManyToOne', 'Write OneToMany'],
  },
  {
    rule: 'relationship/kinds',
    what: 'a relationship between many without its table',
    file: webRoleRelationships,
    edit: swap('<IntersectEntityName>inv_webrole_contacts</IntersectEntityName>', ''),
    says: ['inv_webrole_contacts is ManyToMany and does not say IntersectEntityName once', 'Add it'],
  },
  {
    rule: 'relationship/tables',
    what: 'a table that other apps bring',
    file: webRoleRelationships,
    edit: swap('<SecondEntityName>Contact', '<SecondEntityName>Lead'),
    says: [
      'SecondEntityName of inv_webrole_contacts is Lead, which is no table',
      'or remove the relationship',
    ],
  },
  {
    rule: 'relationship/tables',
    what: 'a table in another case',
    file: webRoleRelationships,
    edit: swap('<SecondEntityName>Contact', '<SecondEntityName>contact'),
    says: [
      "SecondEntityName of inv_webrole_contacts is contact, the table's name Contact",
      'in the same case',
    ],
  },
  {
    rule: 'relationship/columns',
    what: 'a lookup there is not',
    file: contactRelationships,
    edit: swapAfter(
      invited,
      '<ReferencingAttributeName>inv_contactid',
      '<ReferencingAttributeName>inv_personid',
    ),
    says: ['goes by inv_invitation.inv_personid, which does not exist', 'Correct ReferencingAttributeName'],
  },
  {
    rule: 'relationship/columns',
    what: 'a lookup in another case',
    file: contactRelationships,
    edit: swapAfter(
      invited,
      '<ReferencingAttributeName>inv_contactid',
      '<ReferencingAttributeName>inv_ContactId',
    ),
    says: ['which the table spells inv_contactid', 'in the same case'],
  },
  {
    rule: 'relationship/columns',
    what: 'a column that is no lookup',
    file: contactRelationships,
    edit: swapAfter(invited, '<ReferencingAttributeName>inv_contactid', '<ReferencingAttributeName>inv_name'),
    says: ['inv_invitation.inv_name, which is of type nvarchar', 'Name a lookup'],
  },
  {
    rule: 'relationship/lookups',
    what: 'a lookup without a relationship',
    file: contactRelationships,
    edit: swapAfter(
      invited,
      '<ReferencingAttributeName>inv_contactid',
      '<ReferencingAttributeName>inv_inviterid',
    ),
    foundIn: invitationTable,
    says: [
      'The lookup inv_invitation.inv_contactid has no relationship',
      'Define one below Other/Relationships',
    ],
  },
  {
    rule: 'relationship/intersects',
    what: 'a table between two with a long name',
    file: webRoleRelationships,
    edit: swap(
      '<IntersectEntityName>inv_webrole_contacts',
      `<IntersectEntityName>inv_${'webrole'.repeat(7)}`,
    ),
    says: ['IntersectEntityName of inv_webrole_contacts is inv_webrole', 'has up to 50 letters'],
  },
  {
    rule: 'relationship/intersects',
    what: 'a table between two that is a table already',
    file: webRoleRelationships,
    edit: swap('<IntersectEntityName>inv_webrole_contacts', '<IntersectEntityName>inv_webrole'),
    says: ['IntersectEntityName of inv_webrole_contacts is inv_webrole', 'Write a name of its own'],
  },
  {
    rule: 'relationship/named',
    what: 'a relationship without the prefix',
    file: webRoleRelationships,
    edit: swap('Name="inv_webrole_contacts"', 'Name="webrole_contacts"'),
    says: ['The relationship webrole_contacts has not the prefix inv_', 'Rename it, on the list too'],
  },
  {
    rule: 'relationship/cascades',
    what: 'something that never happens at a deletion',
    file: contactRelationships,
    edit: swapAfter(invited, '<CascadeDelete>RemoveLink', '<CascadeDelete>UserOwned'),
    says: ['CascadeDelete of inv_contact_inv_invitation_contactid is UserOwned', 'Write NoCascade'],
  },
  {
    rule: 'relationship/roles',
    what: 'a lookup that binds by another name than its column',
    file: contactRelationships,
    edit: swapAfter(invited, '<NavigationPropertyName>inv_contactid', '<NavigationPropertyName>inv_Contact'),
    says: [
      'NavigationPropertyName of role 1 of inv_contact_inv_invitation_contactid is inv_Contact',
      'Write inv_contactid',
    ],
  },
  {
    rule: 'relationship/roles',
    what: 'two ends with one number',
    file: webRoleRelationships,
    edit: swap('<AssociationRoleOrdinal>2', '<AssociationRoleOrdinal>1'),
    says: ['Role 2 of inv_webrole_contacts has the number 1', 'Write 2'],
  },
  {
    rule: 'relationship/regarding',
    what: 'an activity that cannot regard contacts',
    file: contactRelationships,
    edit: swap('Name="contact_inv_inviteredemptions"', 'Name="contact_redemptions"'),
    foundIn: redemptionTable,
    says: [
      'inv_inviteredemption is an activity without the relationship contact_inv_inviteredemptions',
      'Define it in Other/Relationships/Contact.xml',
    ],
  },
  {
    rule: 'relationship/labels',
    what: 'a list of related rows that lost its name',
    file: contactRelationships,
    edit: (content) => content.replace(/<CustomLabels>[\s\S]*?<\/CustomLabels>/, ''),
    says: ['NavPaneDisplayOption UseLabel and CustomLabels not together', 'Write both, or neither'],
  },
  {
    rule: 'relationship/labels',
    what: 'a way of naming that there is not',
    file: contactRelationships,
    edit: swap('>UseLabel<', '>UseName<'),
    says: ['has the NavPaneDisplayOption UseName', 'Write one of UseLabel'],
  },
];
