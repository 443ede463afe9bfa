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
    says: ['There is no form or dashboard {040bc6c7', 'or remove it'],
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
    says: ['inv_webrole is a component of type 10', 'Use 1, 26, 59, 60 or 62'],
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
  {
    rule: 'app/siteMaps',
    what: 'an entry to a dashboard there is not',
    file: siteMap,
    edit: swap('DefaultDashboard="42378be8', 'DefaultDashboard="52378be8'),
    says: ['to the dashboard 52378be8', 'Correct Entity or DefaultDashboard'],
  },
  {
    rule: 'app/complete',
    what: 'a view that the app does not list',
    file: app,
    edit: swap('<AppModuleComponent type="26" id="{040bc6c7-c939-4a46-b1aa-1f551f0e9a8f}" />', ''),
    says: ['The app lacks the view 040bc6c7', 'Add <AppModuleComponent type="26" id="{040bc6c7'],
  },
  {
    rule: 'app/once',
    what: 'a table that the app lists twice',
    file: app,
    edit: swap('type="1" schemaName="inv_webrole"', 'type="1" schemaName="inv_invitation"'),
    says: ['The app lists inv_invitation twice', 'Remove one'],
  },
  {
    rule: 'app/properties',
    what: 'an app of the old client',
    file: app,
    edit: swap('<ClientType>4', '<ClientType>2'),
    says: ['ClientType is 2', 'Write 4'],
  },
  {
    rule: 'app/properties',
    what: 'a site map that is not called like its folder',
    file: siteMap,
    edit: swap('<SiteMapUniqueName>inv_ContactInvitations', '<SiteMapUniqueName>inv_Invitations'),
    says: ['SiteMapUniqueName is inv_Invitations, the folder inv_ContactInvitations', 'Give both one name'],
  },
  {
    rule: 'app/siteMapIds',
    what: 'an id that two entries have',
    file: siteMap,
    edit: swap('<SubArea Id="inv_webroles"', '<SubArea Id="inv_contacts"'),
    says: ['SubArea has the Id inv_contacts, which another part has', 'Give it its own'],
  },
  {
    rule: 'app/siteMaps',
    what: 'a dashboard without its page',
    file: siteMap,
    edit: swap('Url="/workplace/home_dashboards.aspx"', 'Url=""'),
    says: [
      'SubArea inv_dashboards shows a dashboard and not its page',
      'Write Url="/workplace/home_dashboards.aspx"',
    ],
  },
  {
    rule: 'app/properties',
    what: 'a setting that lost its value',
    file: app,
    edit: swap('<value>1</value>', ''),
    says: ['The setting AppChannel is not known here, or has no value', 'with a value'],
  },
];
