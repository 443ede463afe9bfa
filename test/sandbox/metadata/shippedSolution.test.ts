import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { createCatalogue } from '../../../sandbox/dataverse/metadata/createCatalogue.js';
import { readSolution } from '../../../sandbox/dataverse/metadata/read/readSolution.js';
import { baseFolder } from './folders.js';

const shipped = readSolution(fileURLToPath(new URL('../../../solution/src', import.meta.url)));
const catalogue = createCatalogue([readSolution(baseFolder), shipped]);

describe('the solution that ships, on top of the base tables', () => {
  it.each([
    'inv_externalidentities',
    'inv_invitations',
    'inv_inviteredemptions',
    'inv_redemptionlocks',
    'inv_redemptionrequests',
    'inv_webroles',
  ])('has the collection %s', (setName) => {
    expect(catalogue.bySet(setName)).toMatchObject({ isCustom: true });
  });

  it.each([
    ['inv_invitation', 'inv_contactid', 'contact'],
    ['inv_invitation', 'inv_workflowid', 'workflow'],
    ['inv_externalidentity', 'inv_contactid', 'contact'],
    ['inv_redemptionlock', 'inv_invitationid', 'inv_invitation'],
    ['task', 'regardingobjectid_inv_invitation_task', 'inv_invitation'],
    ['inv_invitation', 'inv_invitation_invitedcontacts', 'contact'],
    ['inv_invitation', 'inv_invitation_Emails', 'email'],
    ['contact', 'inv_webrole_contacts', 'inv_webrole'],
    ['email', 'regardingobjectid_inv_invitation_email', 'inv_invitation'],
    ['inv_inviteredemption', 'regardingobjectid_inv_invitation_inv_inviteredemption', 'inv_invitation'],
    ['inv_inviteredemption', 'inv_contactid_inv_inviteredemption', 'contact'],
    ['inv_inviteredemption', 'inv_inviteredemption_activity_parties', 'activityparty'],
  ])('lets %s reach, by %s, %s', (table, navigation, target) => {
    expect(catalogue.navigation(table, navigation)?.target).toBe(target);
  });

  it('has every component in the catalogue with the column or table it speaks of', () => {
    for (const { permissions } of shipped.fieldSecurityProfiles) {
      for (const { table, column } of permissions) {
        expect(catalogue.table(table).columns.get(column)?.secured).toBe(true);
      }
    }
    for (const { table } of [...shipped.views, ...shipped.forms])
      expect(catalogue.tables.has(table)).toBe(true);
    expect(shipped.emailTemplates.length).toBeGreaterThan(0);
    expect(shipped.environmentVariables.length).toBeGreaterThan(0);
  });
});
