import { describe, expect, it } from '@jest/globals';
import { child, isOn, label, text } from '../../scripts/solution/xml.js';
import { columnsOf, descendants, formsOf, quickViewClass, tables, value, viewsOf } from './source.js';

const views = [...tables.keys()].flatMap((table) =>
  viewsOf(table).flatMap((file) => descendants(file, 'savedquery').map((view) => ({ table, view }))),
);
const titled = views.map(
  ({ table, view }) => [label(view, 'LocalizedNames', 'LocalizedName'), table, view] as const,
);
const formsOfType = (type: string) =>
  [...tables.keys()].flatMap((table) => formsOf(table, type).map((form) => [table, form] as const));
const mainForms = formsOfType('main');
const quickViews = formsOf('Contact', 'quick').map((form) => ['contact', form] as const);
const forms = [...mainForms, ...formsOfType('quickCreate'), ...quickViews];

/** Query types of the views every table has, and how many of each may be the default. */
const kinds = { public: '0', advancedFind: '1', associated: '2', quickFind: '4', lookup: '64' };

describe.each([...tables.keys()])('views of %s', (table) => {
  const own = views.filter((view) => view.table === table).map(({ view }) => view);

  it.each(Object.entries(kinds))('have one default for %s', (_kind, type) => {
    const defaults = own.filter((view) => text(view, 'querytype') === type && isOn(view, 'isdefault'));
    expect(defaults).toHaveLength(1);
  });

  it('have a quick find that searches the primary name', () => {
    const [quickFind] = own.filter((view) => isOn(view, 'isquickfindquery'));
    const primary = [...columnsOf(table)].find(([, column]) =>
      text(column, 'DisplayMask').includes('PrimaryName'),
    )?.[0];
    const searched = quickFind
      ? descendants(quickFind, 'condition').filter((condition) => value(condition, 'value') === '{0}')
      : [];
    expect(searched.map((condition) => value(condition, 'attribute'))).toContain(primary);
  });
});

describe('views', () => {
  it.each(titled)('%s of %s orders by a column it shows', (_title, _table, view) => {
    const shown = descendants(view, 'cell').map((cell) => value(cell, 'name'));
    for (const order of descendants(view, 'order')) expect(shown).toContain(value(order, 'attribute'));
  });

  it.each(titled)('%s of %s never asks for the code', (_title, _table, view) => {
    expect(descendants(view, 'attribute').map((attribute) => value(attribute, 'name'))).not.toContain(
      'inv_code',
    );
  });

  it('of invitations are the ones people work with', () => {
    const names = views
      .filter(({ table, view }) => table === 'inv_invitation' && text(view, 'querytype') === kinds.public)
      .map(({ view }) => label(view, 'LocalizedNames', 'LocalizedName'));
    expect(names.sort()).toEqual([
      'All Invitations',
      'Completed Invitations',
      'Inactive Invitations',
      'Invitations Expiring Soon',
      'Invitations with Send Problems',
      'New Invitations',
      'Open Invitations',
    ]);
  });

  it.each(titled)('%s of %s says what it shows', (_title, _table, view) => {
    expect(label(view, 'Descriptions', 'Description')).toMatch(/\.$/);
  });

  it('have a title of their own within their table', () => {
    const titles = titled.map(([title, table]) => `${table}: ${title}`);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('forms', () => {
  it('are one main form for each table', () => {
    expect(mainForms.map(([table]) => table)).toEqual([...tables.keys()]);
  });

  it('are a quick create form for invitations, and the table allows it', () => {
    const allowed = [...tables]
      .filter(([, table]) => isOn(table, 'IsQuickCreateEnabled'))
      .map(([name]) => name);
    expect(formsOfType('quickCreate').map(([table]) => table)).toEqual(['inv_invitation']);
    expect(allowed).toEqual(['inv_invitation']);
  });

  it.each(forms)('of %s show a column once in the body', (_table, form) => {
    const body = descendants(form, 'control')
      .filter(
        (control) =>
          control.hasAttribute('datafieldname') &&
          value(control, 'classid') !== quickViewClass &&
          !value(control, 'id').startsWith('header_'),
      )
      .map((control) => value(control, 'datafieldname'));
    expect(new Set(body).size).toBe(body.length);
  });

  it.each(forms)('of %s let people change nothing that the service alone writes', (table, form) => {
    const service = [
      ...(table === 'inv_invitation' ? ['statuscode'] : []),
      'inv_redemptions',
      'inv_sendgeneration',
      'inv_lastsenton',
      'inv_sendresult',
      'inv_senddetail',
      'inv_redeemedcontactid',
      'inv_outcome',
      'inv_reason',
      'inv_redemptionid',
      'inv_workflowstate',
      'inv_issuer',
      'inv_subject',
      'inv_identitykey',
      'inv_provider',
      'inv_proof',
      'inv_kind',
      'inv_service',
      'inv_failures',
      'inv_lastfailureon',
      'inv_invitationid',
    ];
    for (const control of descendants(form, 'control')) {
      if (service.includes(value(control, 'datafieldname'))) expect(value(control, 'disabled')).toBe('true');
    }
  });

  it.each(forms)('of %s say what they are for', (_table, form) => {
    expect(label(child(form, 'systemform'), 'Descriptions', 'Description')).toMatch(/\.$/);
  });

  const [invitationForm] = formsOf('inv_invitation');
  const controlsOf = (part: string, name: string): readonly string[] =>
    (invitationForm ? descendants(invitationForm, part) : [])
      .filter((element) => part === 'header' || value(element, 'name') === name)
      .flatMap((element) => descendants(element, 'control'))
      .map((control) => value(control, 'id'));

  it.each([
    ['section', 'invitation', ['inv_name', 'inv_type', 'inv_contactid', 'inv_inviterid', 'inv_expirydate']],
    ['section', 'invitedcontact', ['quickview_invitedcontact']],
    ['section', 'invitedcontacts', ['subgrid_invitedcontacts']],
    ['section', 'grants', ['inv_accountid', 'subgrid_webroles', 'inv_workflowid']],
    [
      'section',
      'sending',
      ['statuscode', 'inv_sendresult', 'inv_senddetail', 'inv_lastsenton', 'inv_sendgeneration'],
    ],
    ['section', 'timeline', ['notescontrol']],
    [
      'tab',
      'redemptions',
      [
        'inv_maximumredemptions',
        'inv_redemptions',
        'inv_redeemedcontactid',
        'subgrid_redeemedcontacts',
        'subgrid_redemptions',
      ],
    ],
    ['tab', 'advanced', ['inv_code', 'inv_codehash', 'createdby', 'createdon', 'modifiedby', 'modifiedon']],
    ['header', '', ['header_statuscode', 'header_ownerid']],
  ])('of invitations have in %s "%s" what belongs there', (part, name, expected) => {
    expect(controlsOf(part, name)).toEqual(expected);
  });
});
