import { swap, swapAfter, type Mistake } from './mistake.js';
import { invitationTable, managerRole, profiles } from './paths.js';

export const securityMistakes: readonly Mistake[] = [
  {
    rule: 'role/named',
    what: 'a role that is not called like its file',
    file: managerRole,
    edit: swap('name="Invitation Manager"', 'name="Invitations Manager"'),
    says: ['The role is called Invitations Manager, the file Invitation Manager', 'Make them the same'],
  },
  {
    rule: 'role/privileges',
    what: 'a privilege of a custom activity',
    file: managerRole,
    edit: swap('"prvReadActivity"', '"prvReadinv_inviteredemption"'),
    says: [
      'Invitation Manager has the privilege prvReadinv_inviteredemption, which does not exist',
      'for an activity Activity',
    ],
  },
  {
    rule: 'role/privileges',
    what: 'a privilege by the logical name of a table',
    file: managerRole,
    edit: swap('"prvReadContact"', '"prvReadcontact"'),
    says: ['the privilege prvReadcontact, which does not exist', "Write the table's schema name"],
  },
  {
    rule: 'role/privileges',
    what: 'a privilege to give away what nobody owns',
    file: managerRole,
    edit: swap('"prvReadinv_webrole"', '"prvAssigninv_webrole"'),
    says: ['the privilege prvAssigninv_webrole, which does not exist', 'after the verb'],
  },
  {
    rule: 'role/levels',
    what: 'own rows of a table that the organization owns',
    file: managerRole,
    edit: swap('"prvReadinv_webrole" level="Global"', '"prvReadinv_webrole" level="Basic"'),
    says: ['prvReadinv_webrole with the level Basic', 'Write Global'],
  },
  {
    rule: 'role/levels',
    what: 'a level there is not',
    file: managerRole,
    edit: swap('"prvReadContact" level="Global"', '"prvReadContact" level="Organization"'),
    says: ['prvReadContact with the level Organization', 'Write Basic, Local, Deep, Global'],
  },
  {
    rule: 'role/once',
    what: 'a privilege that a role has twice',
    file: managerRole,
    edit: swap('"prvReadTeam"', '"prvReadContact"'),
    says: ['Invitation Manager has prvReadContact twice', 'Remove one'],
  },
  {
    rule: 'profile/columns',
    what: 'a profile for a column that is not secured',
    file: profiles,
    edit: swap('<AttributeName>inv_code<', '<AttributeName>inv_codehash<'),
    says: [
      'Invitation Code Service has inv_invitation.inv_codehash, which is not secured',
      'Set its IsSecured',
    ],
  },
  {
    rule: 'profile/covered',
    what: 'a secured column that no profile has',
    file: invitationTable,
    edit: swapAfter('PhysicalName="inv_codehash"', '<IsSecured>0', '<IsSecured>1'),
    says: ['inv_invitation.inv_codehash is secured and in no profile', 'Add its FieldPermission'],
  },
  {
    rule: 'profile/rights',
    what: 'a right that is neither no nor yes',
    file: profiles,
    edit: swap('<CanRead>4', '<CanRead>1'),
    says: ['CanRead of inv_invitation.inv_code in Invitation Code Service is 1', 'Write 0 (no) or 4 (yes)'],
  },
];
