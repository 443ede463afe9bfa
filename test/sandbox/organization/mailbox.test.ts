import { describe, expect, it } from '@jest/globals';
import { createRow } from '../../../sandbox/dataverse/organization/createRow.js';
import { updateRow } from '../../../sandbox/dataverse/organization/updateRow.js';
import { developmentUsers } from '../../../sandbox/dataverse/install/wellKnown.js';
import { sessionOf, testOrganization } from '../install/testOrganization.js';

const organization = testOrganization();
const admin = sessionOf(organization, 'admin');
const { catalogue, store } = organization;
const table = (name: string) => catalogue.table(name);

/** The mailbox of a user or a queue, as stored. */
function mailboxOf(owner: 'systemuser' | 'queue', id: string) {
  return store.one(
    `SELECT mailbox.* FROM ${owner} JOIN mailbox ON mailboxid = defaultmailbox WHERE ${owner}id = ?`,
    [id],
  );
}

describe('the mailbox of a user or a queue', () => {
  it('is made with it, for its address, and works once it is approved', () => {
    const queue = createRow(admin, table('queue'), { name: 'Sales', emailaddress: 'sales@contoso.example' });
    expect(mailboxOf('queue', queue)).toMatchObject({
      name: 'Sales',
      emailaddress: 'sales@contoso.example',
      regardingobjectid: queue,
      outgoingemaildeliverymethod: 2,
      emailrouteraccessapproval: 0,
      enabledforoutgoingemail: 0,
      outgoingemailstatus: 0,
      statecode: 0,
    });
    updateRow(admin, table('queue'), queue, { emailrouteraccessapproval: 1 });
    expect(mailboxOf('queue', queue)).toMatchObject({
      emailrouteraccessapproval: 1,
      enabledforoutgoingemail: 1,
      outgoingemailstatus: 1,
    });
  });

  it('carries its approval to its user', () => {
    const { id } = developmentUsers.manager;
    const mailbox = mailboxOf('systemuser', id);
    expect(mailbox).toMatchObject({ emailrouteraccessapproval: 1 });
    updateRow(admin, table('mailbox'), String(mailbox?.['mailboxid']), { emailrouteraccessapproval: 3 });
    expect(mailboxOf('systemuser', id)).toMatchObject({ outgoingemailstatus: 0 });
    expect(
      store.one('SELECT emailrouteraccessapproval AS approval FROM systemuser WHERE systemuserid = ?', [id]),
    ).toEqual({ approval: 3 });
  });

  it('is not there without an address, nor for an application', () => {
    const queue = createRow(admin, table('queue'), { name: 'Silent' });
    expect(mailboxOf('queue', queue)).toBeUndefined();
    expect(mailboxOf('systemuser', developmentUsers.service.id)).toBeUndefined();
  });
});
