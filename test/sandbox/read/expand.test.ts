import { describe, expect, it } from '@jest/globals';
import type { Store } from '../../../sandbox/dataverse/storage/store.js';
import { answerTo, baseUrl, follow, get, ids, rows, sampleProjects, type Json } from './sampleProjects.js';

const { system, organization } = sampleProjects();

const names = (list: unknown, property = 'new_name') => (list as readonly Json[]).map((row) => row[property]);
const one = (url: string) => get(system, url);

describe('$expand of a lookup', () => {
  it('nests the row, or null', () => {
    const found = rows(
      system,
      'new_projects?$select=new_name&$orderby=new_name&$expand=new_ContactId($select=lastname)',
    );
    expect(found.map((row) => (row['new_ContactId'] as Json | null)?.['lastname'] ?? null)).toEqual([
      'Álvarez',
      'Álvarez',
      null,
      'Young',
    ]);
    expect(found[0]?.['new_ContactId']).toEqual({
      '@odata.etag': expect.stringMatching(/^W\/"\d+"$/),
      lastname: 'Álvarez',
      contactid: ids.jose,
    });
  });

  it('nests further', () => {
    const row = one(
      `new_projects(${ids.gamma})?$select=new_name&$expand=new_ParentId($select=new_name;$expand=new_ContactId($select=lastname;$expand=parentcustomerid_account($select=name)))`,
    );
    expect(row['new_ParentId']).toMatchObject({
      new_name: 'Alpha',
      new_ContactId: { lastname: 'Álvarez', parentcustomerid_account: { name: 'Acme' } },
    });
    expect(row['@odata.context']).toBe(
      `${baseUrl}/$metadata#new_projects(new_name,new_ParentId(new_name,new_ContactId(lastname,parentcustomerid_account(name))))/$entity`,
    );
  });

  it('keeps the targets of a polymorphic lookup apart', () => {
    const row = one(
      `contacts(${ids.jose})?$select=lastname&$expand=parentcustomerid_account($select=name),parentcustomerid_contact($select=lastname)`,
    );
    expect(row).toMatchObject({ parentcustomerid_account: { name: 'Acme' }, parentcustomerid_contact: null });
  });

  it('gives an owner its ownerid, user or team, and the reference alone for $ref', () => {
    const projects = sampleProjects();
    const team = projects.team('Makers', [], ['all']);
    const id = projects.create('new_project', { new_name: 'Owned', ownerid: { table: 'team', id: team } });
    const read = (url: string) => get(projects.system, url);
    expect(
      read(`new_projects(${id})?$select=new_name&$expand=ownerid($select=name)`)['ownerid'],
    ).toMatchObject({ name: 'Makers', ownerid: team });
    expect(
      read(`new_projects(${ids.alpha})?$select=new_name&$expand=new_ContactId/$ref`)['new_ContactId'],
    ).toEqual({ '@odata.id': `${baseUrl}/contacts(${ids.jose})` });
  });
});

describe('$expand of a collection', () => {
  it('filters, orders and limits each row’s own, with a link to the whole', () => {
    const url =
      "new_projects?$select=new_name&$orderby=new_name&$expand=new_project_steps($select=new_name;$filter=new_name ne 'a0';$orderby=new_name desc;$top=1)";
    const found = rows(system, url);
    expect(found.map((row) => names(row['new_project_steps']))).toEqual([['a2'], ['b1'], [], []]);
    const link = follow(found[0]?.['new_project_steps@odata.nextLink']);
    expect(names(rows(system, link))).toEqual(['a2']);
    expect(names(rows(system, link.replace('%24', '$').replace('$top=1', '$top=9')))).toEqual(['a2', 'a1']);
  });

  it('follows many-to-many relationships from both ends', () => {
    const projectTags = rows(
      system,
      'new_projects?$select=new_name&$orderby=new_name&$expand=new_project_tags($select=new_name;$orderby=new_name)',
    );
    expect(projectTags.map((row) => names(row['new_project_tags']))).toEqual([
      ['blue', 'red'],
      ['blue'],
      [],
      [],
    ]);
    const tagProjects = rows(
      system,
      "new_tags?$orderby=new_name&$expand=new_project_tags($select=new_name;$filter=new_ContactId/lastname eq 'Alvarez')",
    );
    expect(tagProjects.map((row) => names(row['new_project_tags']).length)).toEqual([2, 1]);
  });

  it('nests lookups and collections below it', () => {
    const row = one(
      `contacts(${ids.jose})?$select=lastname&$expand=new_project_contact($select=new_name;$expand=new_project_steps($select=new_name))`,
    );
    const projects = row['new_project_contact'] as readonly Json[];
    expect(
      Object.fromEntries(
        projects.map((project) => [project['new_name'], names(project['new_project_steps']).length]),
      ),
    ).toEqual({ Alpha: 2, 'Béta 100%': 1 });
  });

  it('lists the parties of an activity', () => {
    const projects = sampleProjects();
    const id = projects.create('email', {
      subject: 'Hello',
      activity_parties: [
        { mask: 2, party: { table: 'contact', id: ids.jose } },
        { mask: 2, addressUsed: 'somebody@example.com' },
      ],
    });
    const url = `emails(${id})?$select=subject&$expand=email_activity_parties($select=_partyid_value,addressused,participationtypemask;$filter=participationtypemask eq 2;$orderby=addressused)`;
    const parties = get(projects.system, url)['email_activity_parties'] as readonly Json[];
    expect(parties).toMatchObject([
      { _partyid_value: ids.jose, participationtypemask: 2 },
      { _partyid_value: null, addressused: 'somebody@example.com' },
    ]);
    expect(
      names(
        rows(
          projects.system,
          `contacts(${ids.jose})/contact_activity_parties?$expand=activityid_email($select=subject)`,
        ).map((row) => row['activityid_email']),
        'subject',
      ),
    ).toEqual(['Hello']);
  });

  it('finds the activities that somebody takes part in by way of their pointers', () => {
    const projects = sampleProjects();
    projects.create('email', {
      subject: 'Hello',
      activity_parties: [{ mask: 2, party: { table: 'contact', id: ids.jose } }],
    });
    projects.create('email', { subject: 'To somebody else' });
    const party = `<link-entity name="activityparty" from="activityid" to="activityid"><filter><condition attribute="partyid" operator="eq" value="${ids.jose}"/></filter></link-entity>`;
    const xml = `<fetch><entity name="activitypointer"><attribute name="subject"/>${party}</entity></fetch>`;
    expect(
      names(rows(projects.system, `activitypointers?fetchXml=${encodeURIComponent(xml)}`), 'subject'),
    ).toEqual(['Hello']);
    const any = `activitypointers?$select=subject&$filter=activitypointer_activity_parties/any(p:p/_partyid_value eq ${ids.jose})`;
    expect(names(rows(projects.system, any), 'subject')).toEqual(['Hello']);
  });

  it('asks once for each navigation property, however many rows there are', () => {
    const statements: string[] = [];
    const { store } = organization;
    const counting: Store = {
      ...bind(store),
      all: (sql, parameters) => (statements.push(sql), store.all(sql, parameters)),
    };
    const session = { ...system, organization: { ...organization, store: counting } };
    rows(
      session,
      'new_projects?$select=new_name&$expand=new_ContactId($select=lastname),new_project_steps($select=new_name)',
    );
    expect(statements.filter((text) => text.startsWith('SELECT'))).toHaveLength(3);
  });
});

function bind(store: Store): Store {
  return {
    all: (sql, parameters) => store.all(sql, parameters),
    one: (sql, parameters) => store.one(sql, parameters),
    run: (sql, parameters) => store.run(sql, parameters),
    transaction: (work) => store.transaction(work),
    onRollback: (undo) => {
      store.onRollback(undo);
    },
    define: (statements) => {
      store.define(statements);
    },
    nextVersion: () => store.nextVersion(),
    currentVersion: () => store.currentVersion(),
    close: () => {
      store.close();
    },
  };
}

describe('$expand refuses', () => {
  it.each([
    ['new_project_steps/$ref', 'Expand with $ref is only supported on lookup type navigation property.'],
    ['new_nothing', "Could not find a property named 'new_nothing'"],
    ['new_ContactId($filter=lastname eq null)', 'Only $select and $expand'],
    ['new_ContactId($expand=Contact_Tasks($top=1))', 'Only $select and $filter clause'],
    ['new_project_steps($top=1;$expand=new_ProjectId)', 'Only $select and $filter clause'],
    ['new_ParentId($expand=new_project_tags)', 'Nested expand is not supported for many-to-many'],
    [Array.from({ length: 16 }, () => 'new_ContactId').join(','), 'exceeds the maximum of 15'],
  ])('%s', (expand, message) => {
    expect(() => answerTo(system, `new_projects?$expand=${expand}`)).toThrow(
      expect.objectContaining({ status: 400, message: expect.stringContaining(message) }) as unknown as Error,
    );
  });
});
