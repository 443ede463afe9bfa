import { beforeEach, describe, expect, it } from '@jest/globals';
import { entityId, Writer } from './webApiWriter.js';

let ann: Writer;
beforeEach(() => {
  ann = new Writer();
});

describe('a bind', () => {
  it.each([
    ['relative with a slash', (id: string) => `/contacts(${id})`],
    ['relative', (id: string) => `contacts(${id})`],
    ['rooted', (id: string) => `/api/data/v9.2/contacts(${id})`],
    ['absolute, under any host', (id: string) => `https://elsewhere.example/api/data/v9.1/contacts(${id})`],
  ])('may be %s', (_, url) => {
    const id = entityId(ann.project({ 'new_ContactId@odata.bind': url(ann.contact) }));
    expect(ann.projects.stored('new_project', id)?.['new_contactid']).toBe(ann.contact);
  });

  it('may name a row by an alternate key', () => {
    const parent = entityId(ann.project({ new_code: 'a/b', new_year: 2026 }));
    const id = entityId(
      ann.project({ 'new_ParentId@odata.bind': "/new_projects(new_code='a%2Fb',new_year=2026)" }),
    );
    expect(ann.projects.stored('new_project', id)?.['new_parentid']).toBe(parent);
  });

  it('sets a lookup to several tables by the navigation property of one', () => {
    const account = entityId(ann.post('accounts', { name: 'Acme' }));
    const bound = { lastname: 'A', 'parentcustomerid_account@odata.bind': `/accounts(${account})` };
    const id = entityId(ann.post('contacts', { ...bound, parentcustomerid_contact: null }));
    expect(ann.projects.stored('contact', id)).toMatchObject({
      parentcustomerid: account,
      parentcustomerid$type: 'account',
    });
    expect(() =>
      ann.post('contacts', { lastname: 'A', 'parentcustomerid_contact@odata.bind': `/accounts(${account})` }),
    ).toThrow(expect.objectContaining({ status: 400 }));
  });

  it('makes a team the owner', () => {
    const team = ann.projects.team('builders', []);
    const id = entityId(ann.project({ 'ownerid@odata.bind': `/teams(${team})` }));
    expect(ann.projects.stored('new_project', id)).toMatchObject({ ownerid: team, ownerid$type: 'team' });
  });
});

describe('a deep insert', () => {
  it('creates what the row refers to, the row, and what belongs to it, at any depth', () => {
    const id = entityId(
      ann.project({
        new_ContactId: { lastname: 'Mason', parentcustomerid_account: { name: 'Acme' } },
        new_project_steps: [{ new_name: 'dig' }, { new_name: 'build' }],
        new_project_tags: [{ new_name: 'steel' }],
      }),
    );
    const store = ann.projects.organization.store;
    expect(
      store.one(
        'SELECT c.lastname, a.name FROM new_project p JOIN contact c ON c.contactid = p.new_contactid JOIN account a ON a.accountid = c.parentcustomerid WHERE p.new_projectid = ?',
        [id],
      ),
    ).toMatchObject({ lastname: 'Mason', name: 'Acme' });
    expect(
      store.all('SELECT new_name FROM new_step WHERE new_projectid = ? ORDER BY new_name', [id]),
    ).toHaveLength(2);
    expect(
      store.one(
        'SELECT t.new_name FROM new_project_tags l JOIN new_tag t USING (new_tagid) WHERE l.new_projectid = ?',
        [id],
      ),
    ).toMatchObject({ new_name: 'steel' });
  });

  it('ties existing rows to its collections', () => {
    const step = entityId(ann.post('new_steps', { new_name: 'dig' }));
    const tag = entityId(ann.post('new_tags', { new_name: 'steel' }));
    const id = entityId(
      ann.project({
        'new_project_steps@odata.bind': [`/new_steps(${step})`],
        'new_project_tags@odata.bind': [`/new_tags(${tag})`],
      }),
    );
    expect(ann.projects.stored('new_step', step)?.['new_projectid']).toBe(id);
    expect(ann.count('new_project_tags')).toBe(1);
  });

  it('is all or nothing', () => {
    const nested = {
      new_ContactId: { lastname: 'Mason' },
      new_project_steps: [{ new_name: 'x'.repeat(21) }],
    };
    const before = ann.count('contact');
    expect(() => ann.project(nested)).toThrow(expect.objectContaining({ code: '0x80044331' }));
    expect([ann.count('new_project'), ann.count('new_step'), ann.count('contact')]).toEqual([0, 0, before]);
  });

  it('gives an activity its parties', () => {
    const id = entityId(
      ann.post('emails', {
        subject: 'Hello',
        email_activity_parties: [
          {
            participationtypemask: 1,
            'partyid_systemuser@odata.bind': `/systemusers(${ann.user.caller.userId})`,
          },
          {
            participationtypemask: 2,
            'partyid_contact@odata.bind': `/contacts(${ann.contact})`,
            addressused: 'a@example.com',
          },
        ],
        'regardingobjectid_contact_email@odata.bind': `/contacts(${ann.contact})`,
      }),
    );
    expect(ann.projects.stored('email', id)).toMatchObject({
      sender: 'ann@example.com',
      torecipients: 'a@example.com;',
    });
    expect(
      ann.projects.organization.store.all('SELECT * FROM activityparty WHERE activityid = ?', [id]),
    ).toHaveLength(4);
    expect(() => ann.post('emails', { email_activity_parties: [{ addressused: 'a@example.com' }] })).toThrow(
      /participationtypemask/,
    );
  });
});
