import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { call, create } from '../server/webApi.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ developmentTokens: true });
  const accounts = [
    await create(sandbox, 'accounts', { name: 'Acme' }),
    await create(sandbox, 'accounts', { name: 'Bolt' }),
  ];
  for (const [index, lastname] of ['Álvarez', 'beta', 'Gamma%x', 'delta_y', 'eps[z]'].entries()) {
    await create(sandbox, 'contacts', {
      lastname,
      gendercode: (index % 2) + 1,
      birthdate: `199${String(index)}-01-01`,
      ...(index === 0 ? {} : { emailaddress1: `p${String(index)}@x.example` }),
      'parentcustomerid_account@odata.bind': `/accounts(${String(accounts[index < 3 ? 0 : 1])})`,
    });
  }
});
afterAll(() => sandbox.close());

type Row = Readonly<Record<string, unknown>>;
const get = (path: string, prefer?: string) =>
  call(sandbox, 'GET', path, prefer === undefined ? {} : { headers: { prefer } });
const rows = async (path: string, prefer?: string) =>
  (await get(path, prefer)).json['value'] as readonly Row[];
const below = (link: unknown) => String(link).slice(sandbox.url.length);

/** First letters of the contacts that a filter finds, in the order of their last names. */
async function found(filter: string): Promise<string> {
  const path = `contacts?$select=lastname&$orderby=lastname&$filter=${encodeURIComponent(filter)}`;
  return (await rows(path)).map(({ lastname }) => String(lastname).charAt(0)).join('');
}

const crm = 'Microsoft.Dynamics.CRM.';

describe('$filter over HTTP finds', () => {
  it.each([
    ["lastname eq 'ALVAREZ'", 'Á'],
    ["emailaddress1 ne 'p1@x.example'", 'ÁdeG'],
    ['emailaddress1 eq null', 'Á'],
    ["contains(lastname,'a%x')", 'G'],
    ["startswith(lastname,'[bg]')", 'bG'],
    ["endswith(lastname,'_y')", 'd'],
    ["not contains(lastname,'a')", 'e'],
    ['firstname eq lastname', ''],
    ["parentcustomerid_account/name eq 'Acme'", 'ÁbG'],
    ['birthdate ge 1993-01-01 and (gendercode eq 1 or gendercode eq 2)', 'de'],
    ["parentcustomerid_account/name eq 'Bolt' and gendercode ne 1", 'd'],
    [`${crm}In(PropertyName='lastname',PropertyValues=['beta','none'])`, 'b'],
    [`${crm}NotIn(PropertyName='gendercode',PropertyValues=['1'])`, 'bd'],
    [`${crm}Between(PropertyName='birthdate',PropertyValues=['1991-01-01','1992-12-31'])`, 'bG'],
    [`${crm}On(PropertyName='birthdate',PropertyValue='1991-01-01')`, 'b'],
    [`${crm}OnOrBefore(PropertyName='birthdate',PropertyValue='1991-01-01')`, 'Áb'],
    [`${crm}OnOrAfter(PropertyName='birthdate',PropertyValue='1993-01-01')`, 'de'],
    [`${crm}Today(PropertyName='createdon')`, 'ÁbdeG'],
    [`${crm}LastXHours(PropertyName='createdon',PropertyValue=1)`, 'ÁbdeG'],
    [`${crm}NextXYears(PropertyName='birthdate',PropertyValue=1)`, ''],
    [`${crm}OlderThanXMinutes(PropertyName='createdon',PropertyValue=5)`, ''],
    [`${crm}EqualUserId(PropertyName='ownerid')`, 'ÁbdeG'],
    [`${crm}NotEqualUserId(PropertyName='ownerid')`, ''],
  ])('%s: %s', async (filter, names) => {
    expect(await found(filter)).toBe(names);
  });

  it.each([
    ["contact_customer_accounts/any(c:c/lastname eq 'beta')", 'Acme'],
    ['contact_customer_accounts/all(c:c/birthdate ge 1993-01-01)', 'Bolt'],
    [
      "contact_customer_accounts/any(c:c/lastname eq 'eps[[]z]' or c/Contact_Tasks/any(t:t/subject eq 'none'))",
      '',
    ],
  ])('accounts with %s: %s', async (filter, names) => {
    const found = await rows(`accounts?$select=name&$filter=${encodeURIComponent(filter)}`);
    expect(found.map(({ name }) => name).join()).toBe(names);
  });

  it('five hundred conditions in a row, and not one more', async () => {
    const some = (count: number) => Array(count).fill("lastname eq 'beta'").join(' or ');
    expect(await found(some(500))).toBe('b');
    expect(await get(`contacts?$filter=${some(501)}`)).toMatchObject({ status: 400, code: '0x8004430c' });
  });

  it('with aliases for values and with plus signs for spaces', async () => {
    expect(await rows("contacts?$select=lastname&$filter=lastname+eq+@p1&@p1='beta'")).toHaveLength(1);
  });
});

describe('a query over HTTP refuses', () => {
  const nested = (depth: number) =>
    Array.from({ length: depth }).reduce<string>(
      (inner, _, level) => `x${String(level)}/contact_customer_contacts/any(x${String(level - 1)}:${inner})`,
      "x-1/lastname eq 'x'",
    );
  it.each([
    ['a skip', 'contacts?$skip=1', 400, '0x80060888'],
    ['an unknown option', 'contacts?$nothing=1', 400, '0x80060888'],
    ['an unknown column', 'contacts?$select=nothing', 400, '0x80060888'],
    ['an unknown table', 'nothings', 404, '0x8006088a'],
    ['the operator in', "contacts?$filter=lastname in ('a')", 400, '0x80060888'],
    ['text for a number', "contacts?$filter=gendercode eq 'x'", 400, '0x80060888'],
    ['half a filter', 'contacts?$filter=lastname eq', 400, '0x80060888'],
    ['the body of e-mails in a filter', "emails?$filter=contains(description,'x')", 400, '0x80040203'],
    [
      'any behind a lookup',
      'contacts?$filter=parentcustomerid_account/Account_Tasks/any()',
      400,
      '0x80060888',
    ],
    ['brackets in thousands', `contacts?$filter=${'('.repeat(5000)}`, 400, '0x80060888'],
    ['not in thousands', `contacts?$filter=${'not '.repeat(5000)}true`, 400, '0x80060888'],
    [
      'any in any, forty times',
      `contacts?$filter=${nested(40).replace('x39/', '').replaceAll('x-1', 'y')}`,
      400,
      '0x80060888',
    ],
    ['$ref on a collection', 'accounts?$expand=contact_customer_accounts/$ref', 400, '0x80060888'],
    [
      '$top in a nested $expand',
      'accounts?$expand=contact_customer_accounts($top=1;$expand=ownerid)',
      400,
      '0x80060888',
    ],
    ['sixteen expansions', `contacts?$expand=${Array(16).fill('ownerid').join()}`, 400, '0x80060888'],
    [
      'expansion behind N:N',
      'contacts?$expand=inv_webrole_contacts($expand=organizationid)',
      400,
      '0x80060888',
    ],
    [
      'fiscal periods, as not emulated',
      `contacts?$filter=${crm}ThisFiscalYear(PropertyName='createdon')`,
      501,
      'SandboxNotEmulated',
    ],
    [
      'personal views, as not emulated',
      'contacts?userQuery=00000000-0000-4000-8000-000000000001',
      501,
      'SandboxNotEmulated',
    ],
    [
      'retained rows, as not emulated',
      'contacts?fetchXml=<fetch datasource="retained"><entity name="contact"/></fetch>',
      501,
      'SandboxNotEmulated',
    ],
    ['broken FetchXML', 'contacts?fetchXml=<fetch><entity', 400, '0x80040203'],
    [
      'FetchXML for another table',
      'contacts?fetchXml=<fetch><entity name="account"/></fetch>',
      400,
      '0x80060888',
    ],
    [
      'an unknown attribute in FetchXML',
      'contacts?fetchXml=<fetch><entity name="contact"><attribute name="nothing"/></entity></fetch>',
      400,
      '0x80041103',
    ],
  ])('%s', async (_, path, status, code) => {
    expect(await get(path)).toMatchObject({ status, code });
  });
});

describe('order, counts and pages over HTTP', () => {
  it('sorts a lookup by its target’s name and a choice by its number', async () => {
    const [last] = await rows(
      'contacts?$select=lastname&$orderby=_parentcustomerid_value desc,lastname&$top=1',
    );
    expect(last).toMatchObject({ lastname: 'delta_y' });
    const [female] = await rows('contacts?$select=gendercode&$orderby=gendercode desc&$top=1');
    expect(female).toMatchObject({ gendercode: 2 });
  });

  it('counts as text, as a property and as an annotation', async () => {
    expect((await get('contacts/$count')).text.replace('\uFEFF', '')).toBe('5');
    expect((await get('contacts?$top=1&$count=true')).json['@odata.count']).toBe(5);
    const annotated = await get('contacts?$top=1', 'odata.include-annotations="*"');
    expect(annotated.json[`@${crm}totalrecordcount`]).toBe(-1);
  });

  it('follows links to the last page, and takes no notice of $top then', async () => {
    const seen: unknown[] = [];
    let link: unknown = '/api/data/v9.2/contacts?$select=lastname&$orderby=lastname&$top=1';
    for (let page = 0; typeof link === 'string'; page += 1) {
      const { json } = await get(page === 0 ? link : below(link), 'odata.maxpagesize=2');
      seen.push((json['value'] as readonly Row[]).map(({ lastname }) => lastname));
      link = json['@odata.nextLink'];
    }
    expect(seen).toEqual([['Álvarez', 'beta'], ['delta_y', 'eps[z]'], ['Gamma%x']]);
  });

  it('gives FetchXML a paging cookie, if annotations are asked for', async () => {
    const fetch = (attributes: string) =>
      `contacts?fetchXml=${encodeURIComponent(`<fetch count="3" ${attributes}><entity name="contact"><attribute name="lastname"/><order attribute="lastname"/></entity></fetch>`)}`;
    const first = await get(fetch(''), 'odata.include-annotations="*"');
    expect(first.json[`@${crm}morerecords`]).toBe(true);
    const cookie = String(first.json[`@${crm}fetchxmlpagingcookie`]);
    const [, twice = ''] = /pagingcookie="([^"]+)"/.exec(cookie) ?? [];
    const inner = decodeURIComponent(decodeURIComponent(twice))
      .replaceAll('<', '&lt;')
      .replaceAll('"', '&quot;');
    const second = await rows(fetch(`page="2" paging-cookie="${inner}"`));
    expect(second.map(({ lastname }) => lastname)).toEqual(['eps[z]', 'Gamma%x']);
    expect((await get(fetch(''))).json).not.toHaveProperty(`@${crm}morerecords`);
  });

  it('groups, in OData and in FetchXML', async () => {
    const grouped = '$apply=groupby((parentcustomerid_account/name),aggregate($count as n))&$orderby=n desc';
    expect(await rows(`contacts?${grouped}`)).toEqual([
      { parentcustomerid_account_name: 'Acme', n: 3 },
      { parentcustomerid_account_name: 'Bolt', n: 2 },
    ]);
    const xml =
      '<fetch aggregate="true"><entity name="contact"><attribute name="contactid" alias="n" aggregate="count"/><link-entity name="account" from="accountid" to="parentcustomerid" alias="a"><attribute name="name" alias="account" groupby="true"/><order alias="account"/></link-entity></entity></fetch>';
    expect(await rows(`contacts?fetchXml=${encodeURIComponent(xml)}`)).toMatchObject([
      { account: 'Acme', n: 3 },
      { account: 'Bolt', n: 2 },
    ]);
  });

  it('expands a chosen, ordered part of a collection, with a link to the rest', async () => {
    const expand =
      '$expand=contact_customer_accounts($select=lastname;$filter=gendercode eq 1;$orderby=lastname desc;$top=1)';
    const [acme] = await rows(`accounts?$select=name&$filter=name eq 'Acme'&${expand}`);
    expect(acme).toMatchObject({ contact_customer_accounts: [{ lastname: 'Gamma%x' }] });
    const next = await get(below(acme?.['contact_customer_accounts@odata.nextLink']));
    expect(next).toMatchObject({ status: 200, json: { value: [{ lastname: 'Gamma%x' }] } });
  });
});

describe('change tracking over HTTP', () => {
  it('tells what is new and what is gone, until the token expires', async () => {
    const first = await get('contacts?$select=lastname', 'odata.track-changes');
    const delta = below(first.json['@odata.deltaLink']);
    const contactid = await create(sandbox, 'contacts', { lastname: 'New' });
    const gone = await create(sandbox, 'contacts', { lastname: 'Gone' });
    await call(sandbox, 'DELETE', `contacts(${gone})`);
    expect((await get(delta)).json['value']).toEqual([
      expect.objectContaining({ contactid, lastname: 'New' }),
      { '@odata.context': expect.stringContaining('$deletedEntity'), id: gone, reason: 'deleted' },
    ]);
    await call(sandbox, 'DELETE', `contacts(${contactid})`);
    sandbox.clock.advance(8 * 86_400_000);
    expect(await get(delta)).toMatchObject({ status: 400, code: '0x80044352' });
    sandbox.clock.set(new Date());
  });

  it.each(["$filter=lastname eq 'x'", '$orderby=lastname', '$expand=ownerid', '$top=1'])(
    'is not combined with %s',
    async (option) => {
      const refused = await get(`contacts?${option}`, 'odata.track-changes');
      expect(refused).toMatchObject({ status: 400, code: '0x80060888' });
    },
  );

  it('is refused for a table without it', async () => {
    expect(await get('roles', 'odata.track-changes')).toMatchObject({ status: 400, code: '0x80072491' });
  });
});
