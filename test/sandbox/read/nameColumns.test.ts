import { describe, expect, it } from '@jest/globals';
import type { Session } from '../../../sandbox/dataverse/organization/organization.js';
import { get, ids, rows, sampleProjects, to } from './sampleProjects.js';

const projects = sampleProjects();
const { system, organization } = projects;

/** Names of the rows that a fetch finds, or what else the column holds. */
function found(session: Session, set: string, column: string, inside: string): unknown[] {
  const table = set.replace(/s$/, '');
  const xml = `<fetch><entity name="${table}"><attribute name="${column}"/>${inside}</entity></fetch>`;
  return rows(session, `${set}?fetchXml=${encodeURIComponent(xml)}`).map((row) => row[column]);
}

/** The first letters of the projects that a fetch finds: Alpha and Beta are José's, Gamma is Zoë's, Delta nobody's. */
const initials = (inside: string) =>
  found(system, 'new_projects', 'new_name', inside)
    .map((name) => String(name).charAt(0))
    .join('');
const byName = '<order attribute="new_name"/>';
const condition = (attribute: string, operator: string, value?: string) =>
  `<condition attribute="${attribute}" operator="${operator}"${value === undefined ? '' : ` value="${value}"`}/>`;
const status = (expected: number) => expect.objectContaining({ status: expected }) as unknown as Error;

describe("a condition on a lookup's name column compares the name of the row pointed to", () => {
  it.each([
    ['like', '%ALVAR%', 'AB'],
    ['not-like', 'jose%', 'DG'],
    ['eq', 'zoe young', 'G'],
    ['ne', 'Zoë Young', 'ABD'],
    ['begins-with', 'José', 'AB'],
    ['ends-with', 'Young', 'G'],
    ['gt', 'José Álvarez', 'G'],
    ['null', undefined, 'D'],
    ['not-null', undefined, 'ABG'],
  ])('%s %s: %s', (operator, value, expected) => {
    const filter = `<filter>${condition('new_contactidname', operator, value)}</filter>`;
    expect(initials(byName + filter)).toBe(expected);
  });

  it('in a list of names', () => {
    const filter =
      '<filter><condition attribute="new_contactidname" operator="in"><value>ZOË YOUNG</value><value>Nobody</value></condition></filter>';
    expect(initials(filter)).toBe('G');
  });

  it('beside conditions on other columns', () => {
    const either = `<filter type="or">${condition('new_contactidname', 'like', 'Zoë%')}${condition('new_name', 'like', 'Delta%')}</filter>`;
    expect(initials(byName + either)).toBe('DG');
  });

  it('within the same table', () => {
    expect(initials(`<filter>${condition('new_parentidname', 'eq', 'alpha')}</filter>`)).toBe('G');
  });

  it('in a link-entity, and from outside by its alias', () => {
    const link = (inside: string) =>
      `<link-entity name="new_project" from="new_projectid" to="new_projectid" alias="p">${inside}</link-entity>`;
    const like = condition('new_contactidname', 'like', '%álvarez');
    const steps = (inside: string) =>
      found(system, 'new_steps', 'new_name', `<order attribute="new_name"/>${inside}`);
    expect(steps(link(`<filter>${like}${condition('new_year', 'eq', '2025')}</filter>`))).toEqual(['b1']);
    const named = like.replace('<condition', '<condition entityname="p"');
    expect(steps(`${link('')}<filter>${named}</filter>`)).toEqual(['a1', 'a2', 'b1']);
  });

  it('with another column', () => {
    const same =
      '<link-entity name="contact" from="contactid" to="new_contactid" alias="c"/><filter><condition attribute="new_contactidname" operator="eq" valueof="c.fullname"/></filter>';
    expect(initials(byName + same)).toBe('ABG');
  });

  it('whichever table the lookup points to', () => {
    projects.create('contact', { lastname: 'Of Zoë', parentcustomerid: to('contact', ids.zoe) });
    const customers = (name: string) =>
      found(
        system,
        'contacts',
        'lastname',
        `<filter>${condition('parentcustomeridname', 'like', name)}</filter>`,
      );
    expect(customers('acm%')).toEqual(['Álvarez']);
    expect(customers('zoe%')).toEqual(['Of Zoë']);
  });
});

describe("a condition on a choice's name column compares the label", () => {
  const contacts = (filter: string) => found(system, 'contacts', 'firstname', `<filter>${filter}</filter>`);
  projects.create('contact', { firstname: 'Fay', lastname: 'X', preferredcontactmethodcode: 4 });
  projects.create('contact', { firstname: 'Liz', lastname: 'X', donotemail: true });

  it.each([
    ['preferredcontactmethodcodename', 'like', 'fa%', ['Fay']],
    ['donotemailname', 'eq', 'do not allow', ['Liz']],
    ['statecodename', 'ne', 'ACTIVE', []],
  ])('%s %s %s', (column, operator, value, expected) => {
    expect(contacts(condition(column, operator, value))).toEqual(expected);
  });
});

it('an order by a name column goes by the name or the label', () => {
  expect(initials('<order attribute="new_contactidname" descending="true"/>')).toBe('GABD');
  const inOrder = (attributes: string) => {
    const xml = `<fetch ${attributes}><entity name="contact"><attribute name="firstname"/><order attribute="preferredcontactmethodcodename"/><filter>${condition('firstname', 'in').replace('/>', '><value>Fay</value><value>Phil</value></condition>')}</filter></entity></fetch>`;
    return rows(system, `contacts?fetchXml=${encodeURIComponent(xml)}`).map((row) => row['firstname']);
  };
  projects.create('contact', { firstname: 'Phil', lastname: 'X', preferredcontactmethodcode: 3 });
  expect(inOrder('')).toEqual(['Fay', 'Phil']);
  expect(inOrder('useraworderby="true"')).toEqual(['Fay', 'Phil']);
});

it('a quick find view that searches a name column runs by its id', () => {
  const view = (sought: string) => ({
    id: '11111111-0000-4000-8000-000000000002',
    table: 'new_project',
    labels: {},
    queryType: 4,
    isDefault: true,
    isQuickFind: true,
    layoutXml: '',
    fetchXml: `<fetch><entity name="new_project"><attribute name="new_name"/><filter type="or" isquickfindfields="1">${condition('new_name', 'like', sought)}${condition('new_contactidname', 'like', sought)}</filter></entity></fetch>`,
  });
  const run = (sought: string) => {
    const [first, ...others] = organization.catalogue.solutions;
    if (first === undefined) throw new Error('No solution.');
    const solutions = [{ ...first, views: [view(sought)] }, ...others];
    const session = {
      ...system,
      organization: { ...organization, catalogue: { ...organization.catalogue, solutions } },
    };
    return rows(session, `new_projects?savedQuery=${view(sought).id}`).map((row) => row['new_name']);
  };
  expect(run('zoe%')).toEqual(['Gamma']);
  expect(run('{0}')).toEqual([]);
});

describe('name columns are refused', () => {
  it('to those who may not read the table of the rows pointed to', () => {
    const visitor = projects.user('Vic', { roles: ['visitor'] });
    const owners = `<filter>${condition('owneridname', 'like', 'V%')}</filter>`;
    expect(found(visitor, 'emails', 'subject', '')).toEqual([]);
    expect(() => found(visitor, 'emails', 'subject', owners)).toThrow(status(403));
    expect(found(projects.user('Ann'), 'emails', 'subject', owners)).toEqual([]);
  });

  it.each([
    ['as columns', '<attribute name="new_contactidname"/>', 501],
    [
      'of several choices',
      '<filter><condition attribute="new_kindsname" operator="like" value="%"/></filter>',
      501,
    ],
    [
      'that belong to no lookup or choice',
      '<filter><condition attribute="new_codename" operator="null"/></filter>',
      400,
    ],
  ])('%s', (_, inside, expected) => {
    expect(() => initials(inside)).toThrow(status(expected));
  });

  it('in groups', () => {
    const xml =
      '<fetch aggregate="true"><entity name="new_project"><attribute name="new_contactidname" alias="who" groupby="true"/></entity></fetch>';
    expect(() => get(system, `new_projects?fetchXml=${encodeURIComponent(xml)}`)).toThrow(status(501));
  });

  it('by OData, which does not know them', () => {
    expect(() => get(system, "new_projects?$filter=new_contactidname eq 'x'")).toThrow(status(400));
  });
});
