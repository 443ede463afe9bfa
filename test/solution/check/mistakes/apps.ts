import { swap, type Mistake } from './mistake.js';
import { app, siteMap } from './paths.js';

const manager = '47c57775-c423-4b86-9315-ef69019b1400';

export const appMistakes: readonly Mistake[] = [
  {
    rule: 'app/components',
    what: 'a table there is not',
    file: app,
    edit: swap('type="1" schemaName="inv_webrole"', 'type="1" schemaName="inv_role"'),
    says: ['There is no table inv_role', 'Correct the AppModuleComponent'],
  },
  {
    rule: 'app/components',
    what: 'a view there is not',
    file: app,
    edit: swap('type="26" id="{040bc6c7', 'type="26" id="{00000000'),
    says: ['There is no view {00000000', 'Correct the AppModuleComponent'],
  },
  {
    rule: 'app/components',
    what: 'a view listed as a form',
    file: app,
    edit: swap('type="26" id="{040bc6c7', 'type="60" id="{040bc6c7'),
    says: ['There is no form {040bc6c7', 'or remove it'],
  },
  {
    rule: 'app/components',
    what: 'a site map there is not',
    file: app,
    edit: swap('type="62" schemaName="inv_ContactInvitations"', 'type="62" schemaName="inv_Invitations"'),
    says: ['There is no site map inv_Invitations', 'Correct the AppModuleComponent'],
  },
  {
    rule: 'app/components',
    what: 'a type of component that apps do not have',
    file: app,
    edit: swap('type="1" schemaName="inv_webrole"', 'type="10" schemaName="inv_webrole"'),
    says: ['inv_webrole is a component of type 10', 'Use 1, 26, 60 or 62'],
  },
  {
    rule: 'app/roles',
    what: 'a role there is not',
    file: app,
    edit: swap(manager, manager.replace('47c57775', '00000000')),
    says: ['The app is open to the role 00000000', 'Correct or remove it'],
  },
  {
    rule: 'app/siteMaps',
    what: 'an entry to a table there is not',
    file: siteMap,
    edit: swap('Entity="inv_webrole"', 'Entity="inv_role"'),
    says: ['SubArea inv_webroles leads to inv_role, which is no table', 'Correct Entity'],
  },
  {
    rule: 'app/siteMaps',
    what: 'an entry to a table that the app has not',
    file: app,
    edit: swap('<AppModuleComponent type="1" schemaName="inv_webrole" />', ''),
    foundIn: siteMap,
    says: [
      'SubArea inv_webroles leads to inv_webrole, which the app has not',
      'Add <AppModuleComponent type="1" schemaName="inv_webrole" />',
    ],
  },
];
