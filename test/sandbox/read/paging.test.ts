import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Session } from '../../../sandbox/dataverse/organization/organization.js';
import { deleteRow } from '../../../sandbox/dataverse/organization/deleteRow.js';
import { answerTo, follow, get, type Json } from './sampleProjects.js';
import { Projects } from '../organization/projectsOrganization.js';

const total = 40;

let projects: Projects;
let system: Session;
beforeAll(() => {
  projects = new Projects();
  ({ system } = projects);
  // Equal years and missing ones: only the row ids tell the rows apart.
  for (let at = 0; at < total; at += 1) {
    projects.create('new_project', {
      new_name: `P ${String(at).padStart(2, '0')} <&"'>`,
      ...(at % 4 === 0 ? {} : { new_year: 2020 + (at % 3) }),
    });
  }
});

/** All pages of a collection; `between` runs after each of them. */
function pages(
  url: string,
  size: number,
  between: (page: readonly Json[]) => void = () => undefined,
): Json[][] {
  const found: Json[][] = [];
  for (let next: string | undefined = url; next !== undefined;) {
    const body = get(system, next, `odata.maxpagesize=${String(size)}`);
    const page = body['value'] as Json[];
    found.push(page);
    between(page);
    next = body['@odata.nextLink'] === undefined ? undefined : follow(body['@odata.nextLink']);
  }
  return found;
}

describe('paging', () => {
  it.each([
    ['no order'],
    ['$orderby=new_year'],
    ['$orderby=new_year desc,new_name'],
    ['$orderby=new_name desc'],
    ['$orderby=_createdby_value'],
    ['$orderby=new_ContactId/lastname'],
  ])('reads every row once by %s', (order) => {
    const found = pages(`new_projects?$select=new_year${order.startsWith('$') ? `&${order}` : ''}`, 7);
    expect(found.map(({ length }) => length)).toEqual([7, 7, 7, 7, 7, 5]);
    expect(new Set(found.flat().map((row) => row['new_projectid'])).size).toBe(total);
  });

  it('loses and repeats no row when rows come and go in between', () => {
    const all = pages('new_projects?$select=new_name&$orderby=new_name', 5000)
      .flat()
      .map((row) => row['new_name']);
    const found = pages('new_projects?$select=new_name&$orderby=new_name', 10, (page) => {
      const [first] = page;
      deleteRow(system, projects.table('new_project'), String(first?.['new_projectid']));
      projects.create('new_project', { new_name: 'A comes before' });
    });
    expect(found.flat().map((row) => row['new_name'])).toEqual(all);
  });

  it('keeps the options of the request and the documented form of the token', () => {
    const body = get(
      system,
      "new_projects?$select=new_name&$filter=new_name ne 'a+b%26c'&$count=true",
      'odata.maxpagesize=2',
    );
    const link = String(body['@odata.nextLink']);
    const options = new URL(link).searchParams;
    expect([options.get('$select'), options.get('$filter'), options.get('$count')]).toEqual([
      'new_name',
      "new_name ne 'a b&c'",
      'true',
    ]);
    const token = options.get('$skiptoken') ?? '';
    expect(token).toMatch(
      /^<cookie pagenumber="2" pagingcookie="%3Ccookie%20page%3D%221%22%3E[^"]*" istracking="False" \/>$/,
    );
    const inner = decodeURIComponent(/pagingcookie="([^"]*)"/.exec(token)?.[1] ?? '');
    expect(inner).toMatch(
      /^<cookie page="1"><new_projectid last="\{[0-9A-F-]{36}\}" first="\{[0-9A-F-]{36}\}" \/><\/cookie>$/,
    );
  });

  it('ignores $top when a page size is asked for, and honours it alone', () => {
    expect(get(system, 'new_projects?$top=3')['value']).toHaveLength(3);
    expect(get(system, 'new_projects?$top=3')['@odata.nextLink']).toBeUndefined();
    expect(get(system, 'new_projects?$top=3', 'odata.maxpagesize=9')['value']).toHaveLength(9);
    expect(get(system, 'new_projects?$top=0')['value']).toEqual([]);
  });

  it('counts', () => {
    const body = get(
      system,
      'new_projects?$count=true&$filter=new_year eq null',
      'odata.maxpagesize=2,odata.include-annotations="*"',
    );
    expect(body).toMatchObject({
      '@odata.count': expect.any(Number),
      '@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded': false,
    });
    expect(body['@Microsoft.Dynamics.CRM.totalrecordcount']).toBe(body['@odata.count']);
    expect(
      get(system, 'new_projects?$top=1', 'odata.include-annotations="*"')[
        '@Microsoft.Dynamics.CRM.totalrecordcount'
      ],
    ).toBe(-1);
    expect(answerTo(system, 'new_projects/$count?$filter=new_year eq null').body).toBe(
      `\uFEFF${String(body['@odata.count'])}`,
    );
  });

  it('counts no further than 5,000', () => {
    const many = new Projects();
    many.organization.store.run(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5001) INSERT INTO new_tag (new_tagid, new_name, versionnumber) SELECT printf('%08x-0000-4000-8000-000000000000', i), 'tag', i FROM n`,
    );
    expect(answerTo(many.system, 'new_tags/$count').body).toBe('\uFEFF5000');
    const body = get(many.system, 'new_tags?$count=true&$select=new_name', 'odata.include-annotations="*"');
    expect(body).toMatchObject({
      '@odata.count': 5000,
      '@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded': true,
    });
    expect(body['value']).toHaveLength(5000);
    expect(get(many.system, follow(body['@odata.nextLink']))['value']).toHaveLength(1);
  });

  it.each(['nonsense', '<cookie pagenumber="2" pagingcookie="%3Cx" istracking="False" />'])(
    'refuses the token %s',
    (token) => {
      expect(() => get(system, `new_projects?$skiptoken=${encodeURIComponent(token)}`)).toThrow(
        expect.objectContaining({ status: 400 }) as unknown as Error,
      );
    },
  );
});
