import { swap, swapAfter, type Mistake } from './mistake.js';
import { contactTable, invitationTable, redemptionTable, webRoleTable } from './paths.js';

const key = 'PhysicalName="inv_invitationid"';
const name = 'PhysicalName="inv_name"';

export const tableMistakes: readonly Mistake[] = [
  {
    rule: 'table/named',
    what: 'a name in another case than the entity',
    file: invitationTable,
    edit: swap('<entity Name="inv_invitation"', '<entity Name="inv_Invitation"'),
    says: ["Name is inv_invitation, the entity's inv_Invitation", 'in the same case'],
  },
  {
    rule: 'table/named',
    what: 'a table in the folder of another',
    file: invitationTable,
    edit: (content) =>
      content
        .replaceAll('inv_invitation<', 'inv_invite<')
        .replace('Name="inv_invitation"', 'Name="inv_invite"'),
    says: ['inv_invite lies in Entities/inv_invitation/', 'Rename the folder to inv_invite'],
  },
  {
    rule: 'table/named',
    what: 'the shell of a table that other apps bring',
    file: contactTable,
    edit: (content) => content.replaceAll('"Contact"', '"Lead"').replace('>Contact<', '>Lead<'),
    says: ['Lead lies in Entities/Contact/', 'Rename the folder'],
  },
  {
    rule: 'table/flags',
    what: 'a property that is left out',
    file: invitationTable,
    edit: swap('<ChangeTrackingEnabled>1</ChangeTrackingEnabled>', ''),
    says: [
      'inv_invitation does not say ChangeTrackingEnabled',
      'Write <ChangeTrackingEnabled>0</ChangeTrackingEnabled> or 1',
    ],
  },
  {
    rule: 'table/primaryKey',
    what: 'a table without a primary key',
    file: invitationTable,
    edit: swap('<Type>primarykey', '<Type>uniqueidentifier'),
    says: ['inv_invitation has 0 columns of type primarykey', 'Leave one, inv_invitationid'],
  },
  {
    rule: 'table/primaryKey',
    what: 'an activity with a key of its own',
    file: redemptionTable,
    edit: swap('<LogicalName>activityid', '<LogicalName>inv_inviteredemptionid'),
    says: ['The primary key of inv_inviteredemption is inv_inviteredemptionid', 'Call it activityid'],
  },
  {
    rule: 'table/primaryKey',
    what: 'a primary key that need not be filled',
    file: invitationTable,
    edit: swapAfter(key, '<RequiredLevel>systemrequired', '<RequiredLevel>none'),
    says: [
      'inv_invitationid does not say RequiredLevel as a primary key does',
      'Write <RequiredLevel>systemrequired',
    ],
  },
  {
    rule: 'table/primaryKey',
    what: 'a primary key with a length',
    file: invitationTable,
    edit: swapAfter(key, '<displaynames>', '<MaxLength>36</MaxLength><displaynames>'),
    says: ['inv_invitationid has a length', 'Remove MaxLength and Length'],
  },
  {
    rule: 'table/primaryName',
    what: 'a table without a primary name',
    file: invitationTable,
    edit: swapAfter(name, '|PrimaryName|', '|'),
    says: ['inv_invitation has as primary names: none', 'Leave PrimaryName in the DisplayMask'],
  },
  {
    rule: 'table/primaryName',
    what: 'a table with two primary names',
    file: invitationTable,
    edit: swapAfter('PhysicalName="inv_codehash"', '<DisplayMask>', '<DisplayMask>PrimaryName|'),
    says: ['inv_invitation has as primary names: inv_codehash, inv_name', 'of one nvarchar column'],
  },
  {
    rule: 'table/systemColumns',
    what: 'a column of every table that is left out',
    file: invitationTable,
    edit: (content) => content.replaceAll('modifiedonbehalfby', 'modifiedfor'),
    says: ['inv_invitation lacks modifiedonbehalfby', 'Copy its attribute'],
  },
  {
    rule: 'table/systemColumns',
    what: 'a table of the organization with columns of an owner',
    file: invitationTable,
    edit: swap('<OwnershipTypeMask>UserOwned', '<OwnershipTypeMask>OrgOwned'),
    says: ['inv_invitation is OrgOwned and has ownerid', 'Remove the attribute'],
  },
  {
    rule: 'table/systemColumns',
    what: 'an owner that no table has',
    file: webRoleTable,
    edit: swap('<OwnershipTypeMask>OrgOwned', '<OwnershipTypeMask>Organization'),
    says: ['OwnershipTypeMask of inv_webrole is Organization', 'Write UserOwned or OrgOwned'],
  },
  {
    rule: 'table/activity',
    what: 'an activity of no kind',
    file: redemptionTable,
    edit: swap('<ActivityTypeMask>CommunicationActivity', '<ActivityTypeMask>'),
    says: ['does not say ActivityTypeMask as activities do', 'Write <ActivityTypeMask>CommunicationActivity'],
  },
  {
    rule: 'table/activity',
    what: 'an activity without a column of activitypointer',
    file: redemptionTable,
    edit: (content) => content.replaceAll('>sortdate<', '>inv_sortdate<'),
    says: [
      'inv_inviteredemption is an activity and lacks sortdate',
      'Add its attribute, with IsCustomField 0',
    ],
  },
  {
    rule: 'table/activity',
    what: 'an activity with a name of its own',
    file: redemptionTable,
    edit: (content) => content.replaceAll('>inv_ipaddress<', '>inv_name<'),
    says: ['is an activity and has inv_name', 'the name of an activity is its subject'],
  },
  {
    rule: 'table/entitySets',
    what: 'a set name that another table has',
    file: webRoleTable,
    edit: swap('<EntitySetName>inv_webroles', '<EntitySetName>inv_invitations'),
    says: ['EntitySetName of inv_webrole is inv_invitations', 'Write a plural of its own'],
  },
  {
    rule: 'table/described',
    what: 'a table without a plural',
    file: invitationTable,
    edit: (content) => content.replace(/<LocalizedCollectionNames>[\s\S]*?<\/LocalizedCollectionNames>/, ''),
    says: ['inv_invitation has no LocalizedCollectionNames', 'Add them'],
  },
  {
    rule: 'table/shells',
    what: 'contact with a column of its own',
    file: contactTable,
    edit: swap(
      '<FormXml />',
      '<EntityInfo><entity Name="Contact"><attributes><attribute /></attributes></entity></EntityInfo><FormXml />',
    ),
    says: ["Contact is the platform's and more than a shell: EntityInfo", 'Leave its Name'],
  },
  {
    rule: 'table/shells',
    what: 'contact with an EntityInfo that says nothing',
    file: contactTable,
    edit: swap('<FormXml />', '<EntityInfo><entity Name="Contact" unmodified="1" /></EntityInfo><FormXml />'),
    says: ['more than a shell: EntityInfo', 'its quick view forms and its ribbon'],
  },
  {
    rule: 'table/shells',
    what: 'a main form of contact',
    file: 'Entities/Contact/FormXml/main/{1fed44d1-ae68-4a41-bd2b-f13acac4acfa}.xml',
    edit: () => '<forms />',
    foundIn: contactTable,
    says: ['more than a shell: Entities/Contact/FormXml/main/', 'and its ribbon'],
  },
];
