import { describe, expect, it } from '@jest/globals';
import { isOn, label, text } from '../../scripts/solution/xml.js';
import { allColumns, tables, value } from './source.js';

// What tables, columns and choices must hold to is a rule of `npm run solution:check` (scripts/check/rules/table, column,
// choice, key). These are decisions of ours.

const ownColumns = allColumns.filter(([, column]) => isOn(column, 'IsCustomField'));

describe('tables', () => {
  it('are six, one of them an activity, three owned by the organization', () => {
    expect([...tables.keys()]).toEqual([
      'inv_externalidentity',
      'inv_invitation',
      'inv_inviteredemption',
      'inv_redemptionlock',
      'inv_redemptionrequest',
      'inv_webrole',
    ]);
    const named = (element: string, is: string) =>
      [...tables].filter(([, table]) => text(table, element) === is).map(([name]) => name);
    expect(named('IsActivity', '1')).toEqual(['inv_inviteredemption']);
    expect(named('OwnershipTypeMask', 'OrgOwned')).toEqual([
      'inv_externalidentity',
      'inv_redemptionlock',
      'inv_webrole',
    ]);
  });

  it('say what they are in sentences', () => {
    for (const table of tables.values()) expect(label(table, 'Descriptions', 'Description')).toMatch(/\.$/);
  });
});

describe('columns', () => {
  it.each(ownColumns)(
    '%s is spelled in small letters everywhere, and described in a sentence',
    (_name, column) => {
      expect(text(column, 'LogicalName')).toMatch(/^inv_[a-z0-9]+$/);
      expect(value(column, 'PhysicalName')).toBe(text(column, 'LogicalName'));
      expect(label(column, 'Descriptions', 'Description')).toMatch(/\.$/);
    },
  );

  it('with the code are secured and kept out of the audit log; no other is', () => {
    const secured = allColumns.filter(([, column]) => isOn(column, 'IsSecured'));
    expect(secured.map(([name]) => name)).toEqual([
      'inv_invitation.inv_code',
      'inv_redemptionrequest.inv_code',
    ]);
    for (const [, column] of secured) expect(isOn(column, 'IsAuditEnabled')).toBe(false);
  });
});
