import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Attributes, Party } from '../../../sandbox/dataverse/organization/attributes.js';
import { createRow } from '../../../sandbox/dataverse/organization/createRow.js';
import { deleteRow } from '../../../sandbox/dataverse/organization/deleteRow.js';
import type { Session } from '../../../sandbox/dataverse/organization/organization.js';
import { updateRow } from '../../../sandbox/dataverse/organization/updateRow.js';
import { Projects } from './projectsOrganization.js';

let projects: Projects;
let user: Session;
let contact: string;

beforeEach(() => {
  projects = new Projects();
  user = projects.user('ann', { roles: ['all'] });
  contact = createRow(user, projects.table('contact'), { lastname: 'Doe', emailaddress1: 'doe@example.com' });
});

const create = (table: string, attributes: Attributes) => createRow(user, projects.table(table), attributes);
const email = (more: Attributes = {}) =>
  create('email', {
    subject: 'Hello',
    regardingobjectid: { table: 'contact', id: contact },
    activity_parties: [
      { mask: 1, party: { table: 'systemuser', id: user.caller.userId } },
      { mask: 2, party: { table: 'contact', id: contact } },
      { mask: 2, addressUsed: 'nobody@example.com' },
    ] satisfies Party[],
    ...more,
  });
const parties = (id: string) =>
  projects.organization.store
    .all(
      'SELECT participationtypemask AS mask, partyid, addressused FROM activityparty WHERE activityid = ? ORDER BY participationtypemask, addressused',
      [id],
    )
    .map(({ mask, partyid, addressused }) => [mask, partyid, addressused]);

describe('an activity', () => {
  it('stands in the list of all activities, and changes and goes with it', () => {
    const id = create('new_visit', { subject: 'Tea' });
    expect(projects.stored('activitypointer', id)).toMatchObject({
      subject: 'Tea',
      activitytypecode: 'new_visit',
      statecode: 0,
    });
    updateRow(user, projects.table('new_visit'), id, { subject: 'Coffee', statecode: 1 });
    const pointer = projects.stored('activitypointer', id);
    expect(pointer).toMatchObject({ subject: 'Coffee', statecode: 1, statuscode: 2 });
    expect(pointer?.['versionnumber']).toBe(projects.stored('new_visit', id)?.['versionnumber']);
    deleteRow(user, projects.table('new_visit'), id);
    expect(projects.stored('activitypointer', id)).toBeUndefined();
  });

  it('ends when it is completed', () => {
    projects.organization.clock.set(new Date('2026-03-01T10:00:00Z'));
    const id = create('new_visit', { subject: 'Tea' });
    updateRow(user, projects.table('new_visit'), id, { statecode: 1 });
    expect(projects.stored('new_visit', id)?.['actualend']).toMatch(/^2026-03-01T10:00/);
  });

  it('has the parties it was given, with their addresses, and the platform’s own: regarding and owner', () => {
    expect(parties(email())).toEqual([
      [1, user.caller.userId, 'ann@example.com'],
      [2, contact, 'doe@example.com'],
      [2, null, 'nobody@example.com'],
      [8, contact, null],
      [9, user.caller.userId, null],
    ]);
  });

  it('repeats an email’s sender and recipients as text', () => {
    expect(projects.stored('email', email())).toMatchObject({
      sender: 'ann@example.com',
      torecipients: 'doe@example.com;nobody@example.com;',
    });
  });

  it('replaces all given parties by a new list, and moves the owner’s with the owner', () => {
    const other = projects.user('bob');
    const id = email();
    updateRow(user, projects.table('email'), id, {
      activity_parties: [{ mask: 2, addressUsed: 'else@example.com' }],
      ownerid: { table: 'systemuser', id: other.caller.userId },
    });
    expect(parties(id)).toEqual([
      [2, null, 'else@example.com'],
      [8, contact, null],
      [9, other.caller.userId, null],
    ]);
    expect(projects.stored('email', id)).toMatchObject({ sender: null, torecipients: 'else@example.com;' });
  });

  it.each<[string, Party, number]>([
    ['a mask the activity has no list for', { mask: 5, addressUsed: 'a@example.com' }, 400],
    ['the owner’s mask, which is the platform’s', { mask: 9, addressUsed: 'a@example.com' }, 400],
    ['nobody', { mask: 2 }, 400],
    [
      'a row that cannot take part',
      { mask: 2, party: { table: 'new_tag', id: '40000000-0000-4000-8000-000000000001' } },
      400,
    ],
    [
      'a row that does not exist',
      { mask: 2, party: { table: 'contact', id: '40000000-0000-4000-8000-000000000001' } },
      404,
    ],
  ])('refuses as party %s', (_, party, status) => {
    expect(() => email({ activity_parties: [party] })).toThrow(expect.objectContaining({ status }));
    expect(projects.organization.store.all('SELECT * FROM activityparty')).toEqual([]);
  });
});

describe('a closed email', () => {
  it.each([
    ['completed', { statecode: 1, statuscode: 6 }],
    ['cancelled', { statecode: 2 }],
  ])('that is %s is read-only for users', (_, state) => {
    const id = email();
    updateRow(user, projects.table('email'), id, state);
    expect(() => {
      updateRow(user, projects.table('email'), id, { subject: 'Too late' });
    }).toThrow(expect.objectContaining({ status: 400, message: expect.stringContaining('read-only') }));
  });

  it('is moved on by the platform', () => {
    const id = email();
    updateRow(user, projects.table('email'), id, { statecode: 1, statuscode: 6 });
    updateRow(projects.system, projects.table('email'), id, { statuscode: 3 });
    expect(projects.stored('email', id)).toMatchObject({ statecode: 1, statuscode: 3 });
  });
});
