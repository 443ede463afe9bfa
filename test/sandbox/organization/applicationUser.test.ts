import { describe, expect, it } from '@jest/globals';
import { createRow } from '../../../sandbox/dataverse/organization/createRow.js';
import { rootBusinessUnitId, serviceClientId } from '../../../sandbox/dataverse/install/wellKnown.js';
import { sessionOf, testOrganization } from '../install/testOrganization.js';
import { refusal } from '../messages/refusal.js';

const organization = testOrganization();
const users = organization.catalogue.table('systemuser');
const businessunitid = { table: 'businessunit', id: rootBusinessUnitId };
const create = (applicationid: string) =>
  createRow(sessionOf(organization, 'admin'), users, { applicationid, businessunitid });

describe('an application user', () => {
  it('needs no more than its application: name and address are made up', () => {
    const id = create('2b0ff1ce-0000-4000-8000-0000000000aa');
    expect(organization.store.one('SELECT * FROM systemuser WHERE systemuserid = ?', [id])).toMatchObject({
      fullname: '# 2b0ff1ce-0000-4000-8000-0000000000aa',
      domainname: '2b0ff1ce-0000-4000-8000-0000000000aa@sandbox.example',
      isdisabled: 0,
    });
  });

  it('is the only one of its application', () => {
    expect(refusal(() => create(serviceClientId))).toMatchObject({ status: 412, code: '0x80040237' });
  });
});
