import { describe, expect, it } from '@jest/globals';
import { rows, ids, sampleProjects } from './sampleProjects.js';

const { system } = sampleProjects();

/** Names of the projects that a filter finds, shortened to their first letters. */
function found(filter: string): string {
  const url = `new_projects?$select=new_name&$orderby=new_name&$filter=${encodeURIComponent(filter)}`;
  return rows(system, url)
    .map((row) => String(row['new_name']).charAt(0))
    .join('');
}

const crm = 'Microsoft.Dynamics.CRM.';

describe('$filter finds', () => {
  it.each([
    // Text ignores case and accents; a row without a value is not equal to any.
    ["new_name eq 'alpha'", 'A'],
    ["new_name eq 'BETA 100%'", 'B'],
    ["new_code ne 'G'", 'ABD'],
    ["new_name gt 'b'", 'BDG'],
    ["contains(new_name,'ET')", 'B'],
    ["contains(new_name,'a_p')", 'A'],
    ["contains(new_name,'[dg]')", 'DG'],
    ["contains(new_name,'0%')", 'B'],
    ["startswith(new_name,'D')", 'D'],
    ["endswith(new_name,'ma')", 'G'],
    ["not contains(new_name,'ta')", 'AG'],
    ["contains(new_name,'et') eq false", 'ADG'],
    ["contains(new_text,'two')", 'A'],
    ["new_text eq 'ONE two'", 'A'],
    // Numbers, two-options, dates, choices.
    ['new_year ge 2025', 'BG'],
    ['new_budget gt 1e1 and new_budget le 20', 'AB'],
    ['new_open eq true', 'A'],
    ['new_open', 'A'],
    ['not (new_year eq 2025)', 'AD'],
    ['new_day eq 2026-11-23', 'A'],
    ['new_moment lt 2026-11-23T10:00:00+02:00', 'B'],
    ['new_kind eq 2 or new_year eq null', 'BDG'],
    ['new_year ne null and new_kind ne 1', 'BG'],
    ['statecode eq 0 and new_kind eq null', ''],
    // Lookups and related rows.
    [`_new_contactid_value eq ${ids.jose}`, 'AB'],
    [`_new_contactid_value eq '${ids.jose}'`, 'AB'],
    ['_new_contactid_value eq null', 'D'],
    ["new_ContactId/lastname eq 'alvarez'", 'AB'],
    ["new_ContactId/parentcustomerid_account/name eq 'Acme'", 'AB'],
    ["new_ContactId/lastname ne 'Young'", 'ABD'],
    ["not (new_ContactId/lastname eq 'Young')", 'ABD'],
    ['new_ParentId/new_year lt new_year', 'G'],
    ["ownerid/Microsoft.Dynamics.CRM.team/name eq 'nobody'", ''],
    // any and all.
    ["new_project_steps/any(s:s/new_name eq 'a1')", 'A'],
    ['new_project_steps/any()', 'AB'],
    ['not new_project_steps/any()', 'DG'],
    ["new_project_steps/all(s:startswith(s/new_name,'a'))", 'ADG'],
    ["new_project_tags/any(t:t/new_name eq 'blue')", 'AB'],
    ["new_project_tags/any(t:t/new_name eq 'blue') and not new_project_tags/any(t:t/new_name eq 'red')", 'B'],
    ["new_project_project/any(p:p/new_ContactId/lastname eq 'Young')", 'A'],
    ['new_project_tags/any(t:t/new_project_tags/any(p:p/new_year eq 2025))', 'AB'],
    [`${crm}In(PropertyName='new_year',PropertyValues=['2024','2025'])`, 'ABG'],
    [`${crm}NotIn(PropertyName='new_year',PropertyValues=[2024])`, 'BDG'],
    [`${crm}In(PropertyName='new_contactid',PropertyValues=['${ids.zoe}'])`, 'G'],
    [`${crm}Between(PropertyName='new_budget',PropertyValues=[10,20])`, 'AB'],
    [`${crm}NotBetween(PropertyName='new_budget',PropertyValues=[10,20])`, 'DG'],
    [`${crm}ContainValues(PropertyName='new_kinds',PropertyValues=['1'])`, 'A'],
    [`${crm}ContainValues(PropertyName='new_kinds',PropertyValues=['1','2'])`, 'AB'],
    [`${crm}DoesNotContainValues(PropertyName='new_kinds',PropertyValues=['1'])`, 'BDG'],
    [`${crm}BeginsWith(PropertyName='new_ContactId/lastname',PropertyValue='Á')`, 'AB'],
    [`${crm}EqualUserId(PropertyName='ownerid') and new_year eq 2024`, 'A'],
    [
      `${crm}UnderOrEqual(PropertyName='new_ContactId/parentcustomerid_account/accountid',PropertyValue='${ids.acme}')`,
      'AB',
    ],
    [`new_project_steps/any(s:s/${crm}EndsWith(PropertyName='new_name',PropertyValue='2'))`, 'A'],
  ])('%s: %s', (filter, names) => {
    expect(found(filter)).toBe(names);
  });
});

describe('$filter refuses', () => {
  it.each([
    ['new_contactid eq null', "Could not find a property named 'new_contactid'"],
    [
      'new_nothing eq 1',
      "Could not find a property named 'new_nothing' on type 'Microsoft.Dynamics.CRM.new_project'.",
    ],
    ['new_contactId/lastname eq null', "Could not find a property named 'new_contactId'"],
    [
      "new_year eq '2024'",
      "incompatible types was detected. Found operand types 'Edm.Int32' and 'Edm.String'",
    ],
    ['new_name eq 5', "operand types 'Edm.String' and 'Edm.Int32'"],
    ["new_name in ('a','b')", 'The query node In is not supported.'],
    ["tolower(new_name) eq 'a'", "An unknown function with name 'tolower' was found"],
    ["unknown(new_name,'a')", "An unknown function with name 'unknown' was found"],
    ["new_ContactId/Contact_Tasks/any(t:t/subject eq 'x')", 'not behind the lookup'],
    [`${crm}Sometimes(PropertyName='new_year')`, 'An unknown function with name'],
    ['new_name', 'must evaluate to a single boolean value'],
  ])('%s', (filter, message) => {
    expect(() => found(filter)).toThrow(
      expect.objectContaining({
        status: 400,
        code: '0x80060888',
        message: expect.stringContaining(message),
      }) as unknown as Error,
    );
  });

  it('fiscal periods by name, as not emulated', () => {
    expect(() => found(`${crm}ThisFiscalYear(PropertyName='new_day')`)).toThrow(
      expect.objectContaining({
        status: 501,
        message: expect.stringContaining('ThisFiscalYear'),
      }) as unknown as Error,
    );
  });
});
