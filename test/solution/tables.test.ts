import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { entries } from '../../scripts/schema/entries.js';
import { child, children, isOn, label, readXml, text } from '../../scripts/schema/xml.js';
import { allColumns, columnsOf, descendants, source, tables, value } from './source.js';

const ownColumns = allColumns.filter(([, column]) => isOn(column, 'IsCustomField'));
const optionSets = [
  ...entries(join(source, 'OptionSets')).map(readXml),
  ...allColumns.flatMap(([, column]) => children(column, 'optionset')),
];
const optionsOf = (set: (typeof optionSets)[number]) =>
  ['option', 'state', 'status'].flatMap((item) => descendants(set, item));

describe.each([...tables])('table %s', (name, table) => {
  const columns = [...columnsOf(name).values()];

  it('has one primary key and one primary name', () => {
    expect(columns.filter((column) => text(column, 'Type') === 'primarykey')).toHaveLength(1);
    expect(
      columns.filter((column) => text(column, 'DisplayMask').split('|').includes('PrimaryName')),
    ).toHaveLength(1);
  });

  it('has the columns that Dataverse gives every table', () => {
    const owner =
      text(table, 'OwnershipTypeMask') === 'OrgOwned'
        ? ['organizationid']
        : ['ownerid', 'owningbusinessunit', 'owningteam', 'owninguser'];
    const system = [
      'createdby',
      'createdon',
      'createdonbehalfby',
      'importsequencenumber',
      'modifiedby',
      'modifiedon',
      'modifiedonbehalfby',
      'overriddencreatedon',
      'statecode',
      'statuscode',
      'timezoneruleversionnumber',
      'utcconversiontimezonecode',
    ];
    expect([...columnsOf(name).keys()]).toEqual(expect.arrayContaining([...system, ...owner]));
  });

  it('gives each state a default reason of that state, and each reason a state', () => {
    const reasons = new Map(
      columns
        .flatMap((column) => descendants(column, 'status'))
        .map((reason) => [value(reason, 'value'), value(reason, 'state')]),
    );
    const states = columns.flatMap((column) => descendants(column, 'state'));
    for (const state of states)
      expect(reasons.get(value(state, 'defaultstatus'))).toBe(value(state, 'value'));
    expect(new Set(reasons.values())).toEqual(new Set(states.map((state) => value(state, 'value'))));
  });

  it('has keys of columns that exist', () => {
    for (const column of descendants(table, 'AttributeName'))
      expect(columnsOf(name).has(column.textContent ?? '')).toBe(true);
  });

  it('is described, with name and plural', () => {
    for (const [list, item] of [
      ['LocalizedNames', 'LocalizedName'],
      ['LocalizedCollectionNames', 'LocalizedCollectionName'],
      ['Descriptions', 'Description'],
    ] as const) {
      expect(label(table, list, item)).not.toBe('');
    }
  });
});

describe('the activity table', () => {
  const names = [...columnsOf('inv_inviteredemption').keys()];

  it('has the key and the columns of activitypointer', () => {
    expect(names).toEqual(
      expect.arrayContaining([
        'activityid',
        'subject',
        'regardingobjectid',
        'activitytypecode',
        'customers',
        'to',
        'from',
        'prioritycode',
        'sortdate',
        'slaid',
        'sendermailboxid',
      ]),
    );
    expect(names).not.toContain('inv_inviteredemptionid');
  });
});

describe('columns', () => {
  it.each(allColumns)(
    '%s is of a type the customizations format knows, complete for that type',
    (_name, column) => {
      const type = text(column, 'Type');
      expect([
        'primarykey',
        'uniqueidentifier',
        'nvarchar',
        'ntext',
        'int',
        'datetime',
        'picklist',
        'bit',
        'state',
        'status',
        'lookup',
        'owner',
        'partylist',
      ]).toContain(type);
      if (type === 'nvarchar')
        expect(Number(text(column, 'Length'))).toBe(2 * Number(text(column, 'MaxLength')));
      if (type === 'int')
        expect(Number(text(column, 'MinValue'))).toBeLessThan(Number(text(column, 'MaxValue')));
      if (type === 'datetime') expect(['1', '2', '3']).toContain(text(column, 'Behavior'));
      if (['picklist', 'bit', 'state', 'status'].includes(type)) {
        expect(children(column, 'optionset').length + children(column, 'OptionSetName').length).toBe(1);
      }
    },
  );

  it.each(ownColumns)('%s carries the prefix and says what it is for', (_name, column) => {
    expect(text(column, 'LogicalName')).toMatch(/^inv_[a-z0-9]+$/);
    expect(value(column, 'PhysicalName')).toBe(text(column, 'LogicalName'));
    expect(label(column, 'displaynames', 'displayname')).not.toBe('');
    expect(label(column, 'Descriptions', 'Description')).toMatch(/\.$/);
  });

  it('name choices that the solution or Dataverse has', () => {
    const own = entries(join(source, 'OptionSets')).map((file) => value(readXml(file), 'Name'));
    const platform = [
      'activitypointer_activitytypecode',
      'activitypointer_deliveryprioritycode',
      'activitypointer_isregularactivity',
      'socialprofile_community',
    ];
    for (const [, column] of allColumns) {
      const name = text(column, 'OptionSetName');
      if (name !== '') expect([...own, ...platform]).toContain(name);
    }
  });

  it('with the code are secured and kept out of the audit log; no other is', () => {
    const secured = allColumns.filter(([, column]) => isOn(column, 'IsSecured'));
    expect(secured.map(([name]) => name)).toEqual([
      'inv_invitation.inv_code',
      'inv_redemptionrequest.inv_code',
    ]);
    for (const [, column] of secured) expect(isOn(column, 'IsAuditEnabled')).toBe(false);
  });

  it('refer to tables by relationship alone, never by an object type code', () => {
    for (const [, column] of allColumns) expect(child(column, 'LookupTypes')?.childNodes.length ?? 0).toBe(0);
  });
});

describe('choices', () => {
  it('of the publisher have values in its range', () => {
    // 0 to 4 are the states and reasons that Dataverse makes; a reason that is added has the publisher's prefix.
    for (const option of optionSets.flatMap(optionsOf)) {
      const number = Number(value(option, 'value'));
      expect(number <= 4 || (number >= 724_300_000 && number <= 724_309_999)).toBe(true);
    }
  });

  it.each(
    entries(join(source, 'OptionSets')).map((file) => [value(readXml(file), 'Name'), readXml(file)] as const),
  )('%s has the prefix, its own range, and says what each value means', (name, set) => {
    expect(name).toMatch(/^inv_/);
    const options = descendants(set, 'option');
    expect(options.map((option) => Number(value(option, 'value')))).toEqual(
      options.map((_option, index) => 724_300_000 + index),
    );
    for (const described of [set, ...options])
      expect(label(described, 'Descriptions', 'Description')).not.toBe('');
  });

  it('have no value twice', () => {
    for (const set of optionSets) {
      for (const item of ['option', 'state', 'status']) {
        const values = descendants(set, item).map((option) => value(option, 'value'));
        expect(new Set(values).size).toBe(values.length);
      }
    }
  });
});
