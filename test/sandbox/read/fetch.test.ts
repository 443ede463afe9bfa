import { describe, expect, it } from '@jest/globals';
import { updateRow } from '../../../sandbox/dataverse/organization/updateRow.js';
import { get, ids, rows, sampleProjects, type Json } from './sampleProjects.js';

const projects = sampleProjects();
const { system, organization } = projects;
const formatted = '@OData.Community.Display.V1.FormattedValue';

function fetched(xml: string, prefer?: string): Json {
  return get(system, `new_projects?fetchXml=${encodeURIComponent(xml)}`, prefer);
}

/** The rows of a fetch for projects, with the inside of its entity. */
function found(inside: string, attributes = ''): readonly Json[] {
  return fetched(`<fetch ${attributes}><entity name="new_project">${inside}</entity></fetch>`)[
    'value'
  ] as readonly Json[];
}

const name = '<attribute name="new_name"/><order attribute="new_name"/>';
const initials = (list: readonly Json[]) => list.map((row) => String(row['new_name']).charAt(0)).join('');

describe('FetchXML finds', () => {
  it.each([
    ['<filter><condition attribute="new_name" operator="like" value="%ET%"/></filter>', 'B'],
    [
      '<filter type="or"><condition attribute="new_year" operator="eq" value="2024"/><filter><condition attribute="new_year" operator="eq" value="2025"/><condition attribute="new_budget" operator="gt" value="100"/></filter></filter>',
      'AG',
    ],
    [
      '<filter><condition attribute="new_year" operator="in"><value>2024</value><value>2025</value></condition></filter>',
      'ABG',
    ],
    ['<filter><condition attribute="new_year" operator="null"/></filter>', 'D'],
    ['<filter><condition attribute="new_open" operator="eq" value="1"/></filter>', 'A'],
    ['<filter><condition attribute="new_code" operator="ne" value="G"/></filter>', 'ABD'],
    ['<filter><condition attribute="new_day" operator="on" value="2026-11-16"/></filter>', 'B'],
    [
      '<filter><condition attribute="new_kinds" operator="contain-values"><value>1</value></condition></filter>',
      'A',
    ],
    [
      `<filter><condition attribute="new_contactid" operator="eq" value="{${ids.zoe.toUpperCase()}}" uitype="contact" uiname="Zoë"/></filter>`,
      'G',
    ],
    ['<filter/>', 'ABDG'],
    ['<filter type="or"/>', 'ABDG'],
    [
      '<link-entity name="contact" from="contactid" to="new_contactid"><filter><condition attribute="lastname" operator="eq" value="Young"/></filter></link-entity>',
      'G',
    ],
    [
      '<link-entity name="contact" from="contactid" to="new_contactid" link-type="outer" alias="c"/><filter><condition entityname="c" attribute="contactid" operator="null"/></filter>',
      'D',
    ],
    [
      '<link-entity name="new_project" from="new_projectid" to="new_parentid" alias="p"/><filter><condition attribute="new_year" operator="gt" valueof="p.new_year"/></filter>',
      'G',
    ],
    [
      '<link-entity name="new_project_tags" from="new_projectid" to="new_projectid" intersect="true"><link-entity name="new_tag" from="new_tagid" to="new_tagid"><filter><condition attribute="new_name" operator="eq" value="red"/></filter></link-entity></link-entity>',
      'A',
    ],
    ['<link-entity name="new_step" from="new_projectid" to="new_projectid" link-type="exists"/>', 'AB'],
    [
      '<filter><link-entity name="new_step" from="new_projectid" to="new_projectid" link-type="not any"/></filter>',
      'DG',
    ],
    [
      '<filter type="or"><condition attribute="new_year" operator="null"/><link-entity name="new_step" from="new_projectid" to="new_projectid" link-type="any"><filter><condition attribute="new_name" operator="eq" value="b1"/></filter></link-entity></filter>',
      'BD',
    ],
  ])('%s: %s', (inside, names) => {
    expect(initials(found(`${name}${inside}`))).toBe(names);
  });
});

describe('FetchXML shows', () => {
  it('columns of links as alias.column, aliases instead of names, and all columns when none is named', () => {
    const [row] = found(
      '<attribute name="new_name"/><attribute name="new_year" alias="y"/><filter><condition attribute="new_code" operator="eq" value="G"/></filter>' +
        '<link-entity name="contact" from="contactid" to="new_contactid" alias="c"><attribute name="lastname"/><attribute name="ownerid"/><attribute name="jobtitle"/></link-entity>' +
        '<link-entity name="new_project" from="new_projectid" to="new_parentid"><attribute name="new_name"/></link-entity>',
    );
    expect(row).toEqual({
      '@odata.etag': expect.any(String),
      new_projectid: ids.gamma,
      new_name: 'Gamma',
      y: 2025,
      'c.lastname': 'Young',
      'c.ownerid': system.caller.userId,
      'new_project1.new_name': 'Alpha',
    });
    expect(
      found('<filter><condition attribute="new_code" operator="eq" value="G"/></filter>')[0],
    ).toHaveProperty('statuscode', 1);
  });

  it('distinct rows without the primary id', () => {
    expect(found('<attribute name="new_year"/><order attribute="new_year"/>', 'distinct="true"')).toEqual([
      { new_year: null },
      { new_year: 2024 },
      { new_year: 2025 },
    ]);
  });

  it('choices in the order of their labels (Fax, Phone) unless raw order is asked for', () => {
    const contacts = projects.table('contact');
    updateRow(system, contacts, ids.jose, { preferredcontactmethodcode: 3 });
    updateRow(system, contacts, ids.zoe, { preferredcontactmethodcode: 4 });
    const ordered = (attributes: string) => {
      const xml = `<fetch ${attributes}><entity name="contact"><attribute name="contactid"/><order attribute="preferredcontactmethodcode"/></entity></fetch>`;
      return rows(system, `contacts?fetchXml=${encodeURIComponent(xml)}`).map((row) => row['contactid']);
    };
    expect(ordered('')).toEqual([ids.zoe, ids.jose]);
    expect(ordered('useraworderby="true"')).toEqual([ids.jose, ids.zoe]);
  });

  it('annotations of linked columns', () => {
    const xml =
      '<fetch top="1"><entity name="new_project"><attribute name="new_name"/><order attribute="new_name"/><link-entity name="contact" from="contactid" to="new_contactid" alias="c"><attribute name="parentcustomerid"/><attribute name="statecode"/></link-entity></entity></fetch>';
    const [row] = fetched(xml, 'odata.include-annotations="*"')['value'] as readonly Json[];
    expect(row).toMatchObject({
      'c.parentcustomerid': ids.acme,
      [`c.parentcustomerid${formatted}`]: 'Acme',
      'c.parentcustomerid@Microsoft.Dynamics.CRM.lookuplogicalname': 'account',
      [`c.statecode${formatted}`]: 'Active',
    });
  });
});

describe('FetchXML aggregates', () => {
  it('groups, counts and sums, in the order of an alias', () => {
    expect(
      found(
        '<attribute name="new_year" alias="year" groupby="true"/><attribute name="new_budget" alias="sum" aggregate="sum"/><attribute name="new_projectid" alias="n" aggregate="count"/><order alias="sum" descending="true"/>',
        'aggregate="true"',
      ),
    ).toEqual([{ year: 2025, sum: 520, n: 2 }, { year: 2024, sum: 10.5, n: 1 }, { n: 1 }]);
  });

  it('over links, by parts of dates, counting columns and distinct values', () => {
    expect(
      found(
        '<attribute name="new_day" alias="week" groupby="true" dategrouping="week"/><attribute name="new_contactid" alias="contacts" aggregate="countcolumn" distinct="true"/><filter><condition attribute="new_year" operator="not-null"/></filter><link-entity name="contact" from="contactid" to="new_contactid" alias="c"><attribute name="lastname" alias="last" aggregate="max"/></link-entity><order alias="week"/>',
        'aggregate="true"',
      ),
    ).toEqual([
      { week: 47, contacts: 1, last: 'Álvarez' },
      { week: 48, contacts: 2, last: 'Álvarez' },
    ]);
  });

  it.each([
    ['day', 23],
    ['month', 11],
    ['quarter', 4],
    ['year', 2026],
  ])('groups by %s', (part, value) => {
    const inside = `<attribute name="new_day" alias="part" groupby="true" dategrouping="${part}"/><attribute name="new_name" alias="n" aggregate="count"/><filter><condition attribute="new_code" operator="eq" value="A/1"/></filter>`;
    expect(found(inside, 'aggregate="true"')).toEqual([{ part: value, n: 1 }]);
  });

  it('refuses to read more than 50,000 rows', () => {
    const { system: session, organization: many } = sampleProjects();
    many.store.run(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000) INSERT INTO new_tag (new_tagid, new_name, versionnumber) SELECT printf('%08x-0000-4000-8000-000000000000', i), 'tag', i FROM n`,
    );
    const xml = encodeURIComponent(
      '<fetch aggregate="true"><entity name="new_tag"><attribute name="new_tagid" alias="n" aggregate="count"/></entity></fetch>',
    );
    expect(() => get(session, `new_tags?fetchXml=${xml}`)).toThrow(
      expect.objectContaining({ status: 400, code: '0x8004e023' }) as unknown as Error,
    );
  });
});

describe('FetchXML pages', () => {
  const page = (attributes: string) =>
    `<fetch count="3" ${attributes}><entity name="new_project"><attribute name="new_name"/><order attribute="new_name"/></entity></fetch>`;

  it('with a cookie, only when annotations are asked for', () => {
    const first = fetched(page('page="1"'), 'odata.include-annotations="*"');
    expect(initials(first['value'] as Json[])).toBe('ABD');
    expect(first['@Microsoft.Dynamics.CRM.morerecords']).toBe(true);
    const annotation = String(first['@Microsoft.Dynamics.CRM.fetchxmlpagingcookie']);
    expect(annotation).toMatch(
      /^<cookie pagenumber="2" pagingcookie="%253Ccookie%2520page%253D%25221[^"]*" istracking="False" \/>$/,
    );
    const cookie = decodeURIComponent(
      decodeURIComponent(/pagingcookie="([^"]*)"/.exec(annotation)?.[1] ?? ''),
    );
    const escaped = cookie
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;');
    const second = fetched(page(`page="2" paging-cookie="${escaped}"`), 'odata.include-annotations="*"');
    expect(initials(second['value'] as Json[])).toBe('G');
    expect(second['@Microsoft.Dynamics.CRM.fetchxmlpagingcookie']).toBeUndefined();
    expect(Object.keys(fetched(page('page="1"')))).toEqual(['@odata.context', 'value']);
  });

  it('by number alone, and without a cookie when ordered by a link', () => {
    expect(initials(fetched(page('page="2"'))['value'] as Json[])).toBe('G');
    const byLink =
      '<fetch count="2" page="1"><entity name="new_project"><attribute name="new_name"/><link-entity name="contact" from="contactid" to="new_contactid" link-type="outer"><order attribute="lastname"/></link-entity></entity></fetch>';
    const body = fetched(byLink, 'odata.include-annotations="*"');
    expect(body).toHaveProperty(['@Microsoft.Dynamics.CRM.morerecords'], true);
    expect(body).not.toHaveProperty(['@Microsoft.Dynamics.CRM.fetchxmlpagingcookie']);
  });

  it('repeats rows of a one-to-many link once for each match, over pages', () => {
    const xml = (number: number) =>
      `<fetch count="2" page="${String(number)}"><entity name="new_project"><attribute name="new_name"/><link-entity name="new_step" from="new_projectid" to="new_projectid" alias="s"><attribute name="new_name"/><order attribute="new_name"/></link-entity></entity></fetch>`;
    const steps = [1, 2].flatMap((number) =>
      (fetched(xml(number))['value'] as Json[]).map((row) => row['s.new_name']),
    );
    expect(steps).toEqual(['a1', 'a2', 'b1']);
  });

  it('counts all rows when asked', () => {
    expect(fetched(page('returntotalrecordcount="true"'), 'odata.include-annotations="*"')).toHaveProperty(
      ['@Microsoft.Dynamics.CRM.totalrecordcount'],
      4,
    );
  });
});

describe('FetchXML refuses', () => {
  it('more than 500 conditions', () => {
    const conditions = (count: number) =>
      `<filter type="or">${'<condition attribute="new_year" operator="eq" value="2024"/>'.repeat(count)}</filter>`;
    expect(initials(found(`${name}${conditions(500)}`))).toBe('A');
    expect(() => found(`${name}${conditions(501)}`)).toThrow(
      expect.objectContaining({ status: 400, code: '0x8004430c' }) as unknown as Error,
    );
  });

  it.each([
    ['<fetch><entity name="new_project"', 400],
    ['<fetch><entity name="nothing"/></fetch>', 400],
    ['<fetch><entity name="contact"/></fetch>', 400],
    ['<fetch><entity name="new_project"><attribute name="nothing"/></entity></fetch>', 400],
    ['<fetch><entity name="new_project"><attribut name="new_name"/></entity></fetch>', 400],
    [
      '<fetch><entity name="new_project"><link-entity name="contact" from="contactid" to="new_contactid" alias="__proto__"><attribute name="lastname"/></link-entity></entity></fetch>',
      400,
    ],
    ['<fetch colour="red"><entity name="new_project"/></fetch>', 400],
    ['<fetch top="1" page="2"><entity name="new_project"/></fetch>', 400],
    [
      '<fetch><entity name="new_project"><filter><condition attribute="new_name" operator="resembles" value="x"/></filter></entity></fetch>',
      400,
    ],
    [
      '<fetch><entity name="new_project"><filter><condition entityname="z" attribute="new_name" operator="null"/></filter></entity></fetch>',
      400,
    ],
    [
      '<fetch><entity name="new_project"><filter type="xor"><condition attribute="new_name" operator="null"/></filter></entity></fetch>',
      400,
    ],
    [
      '<fetch><entity name="new_project"><link-entity name="new_step" from="new_projectid" to="new_projectid" link-type="matchfirstrowusingcrossapply"/></entity></fetch>',
      501,
    ],
    [
      '<fetch><entity name="new_project"><filter><link-entity name="new_step" from="new_projectid" to="new_projectid" link-type="not all"/></filter></entity></fetch>',
      501,
    ],
    [
      '<fetch><entity name="new_project"><filter><condition attribute="new_day" operator="in-fiscal-year" value="2026"/></filter></entity></fetch>',
      501,
    ],
  ])('%s with %d', (xml, status) => {
    expect(() => fetched(xml)).toThrow(expect.objectContaining({ status }) as unknown as Error);
  });
});

describe('savedQuery', () => {
  it('runs a view by its id', () => {
    const view = {
      id: '11111111-0000-4000-8000-000000000001',
      table: 'new_project',
      labels: {},
      queryType: 0,
      isDefault: true,
      isQuickFind: false,
      layoutXml: '',
      fetchXml: `<fetch><entity name="new_project">${name}<filter><condition attribute="new_year" operator="eq" value="2025"/></filter></entity></fetch>`,
    };
    const [first, ...others] = organization.catalogue.solutions;
    if (first === undefined) throw new Error('No solution.');
    const catalogue = { ...organization.catalogue, solutions: [{ ...first, views: [view] }, ...others] };
    const session = { ...system, organization: { ...organization, catalogue } };
    expect(initials(rows(session, `new_projects?savedQuery=${view.id}`))).toBe('BG');
    expect(() => rows(session, `contacts?savedQuery=${view.id}`)).toThrow(
      expect.objectContaining({ status: 400 }) as unknown as Error,
    );
    expect(() => rows(session, `new_projects?savedQuery=${ids.red}`)).toThrow(
      expect.objectContaining({ status: 404 }) as unknown as Error,
    );
  });
});

describe('$apply', () => {
  it.each([
    ['aggregate($count as n)', [{ n: 4 }]],
    [
      'groupby((new_year),aggregate(new_budget with sum as sum,$count as n))',
      [{ n: 1 }, { new_year: 2024, sum: 10.5, n: 1 }, { new_year: 2025, sum: 520, n: 2 }],
    ],
    [
      'filter(new_year eq 2025)/aggregate(new_budget with average as mean,new_budget with min as least,new_budget with max as most)',
      [{ mean: 260, least: 20, most: 500 }],
    ],
    [
      'groupby((new_ContactId/lastname),aggregate($count as n))',
      [{ n: 1 }, { new_ContactId_lastname: 'Álvarez', n: 2 }, { new_ContactId_lastname: 'Young', n: 1 }],
    ],
    ['groupby((new_open))', [{ new_open: false }, { new_open: true }]],
  ])('%s', (apply, expected) => {
    expect(rows(system, `new_projects?$apply=${encodeURIComponent(apply)}`)).toEqual(expected);
  });

  it('orders by an alias and annotates groups', () => {
    const url = `new_projects?$apply=${encodeURIComponent('groupby((_new_contactid_value),aggregate($count as n))')}&$orderby=n desc&$top=1`;
    expect(rows(system, url, 'odata.include-annotations="*"')).toEqual([
      expect.objectContaining({
        _new_contactid_value: ids.jose,
        [`_new_contactid_value${formatted}`]: 'José Álvarez',
        n: 2,
      }),
    ]);
  });

  it('refuses sequences that are not emulated', () => {
    expect(() => rows(system, 'new_projects?$apply=aggregate($count as n)/filter(n gt 1)')).toThrow(
      expect.objectContaining({ status: 501 }) as unknown as Error,
    );
  });
});
