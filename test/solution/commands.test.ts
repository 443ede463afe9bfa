import type { Element } from '@xmldom/xmldom';
import { describe, expect, it } from '@jest/globals';
import { child, children } from '../../scripts/solution/xml.js';
import { descendants, formsOf, root, tables, value } from './source.js';

const ribbons = [
  ['contact', root('Entities', 'Contact', 'RibbonDiff.xml')],
  ['inv_invitation', root('Entities', 'inv_invitation', 'RibbonDiff.xml')],
] as const;
const buttonKinds = ['Button', 'FlyoutAnchor'];
const buttonsOf = (ribbon: Element): readonly Element[] =>
  buttonKinds.flatMap((kind) => descendants(ribbon, kind));

describe.each(ribbons)('the ribbon of %s', (table, ribbon) => {
  it('has its parts in the order of the schema', () => {
    const parts = Array.from(ribbon.childNodes, (node) => node.nodeName).filter((name) => name !== '#text');
    expect(parts).toEqual([
      'CustomActions',
      'Templates',
      'CommandDefinitions',
      'RuleDefinitions',
      'LocLabels',
    ]);
  });

  it('puts its buttons on the form, on the list and on subgrids of this table', () => {
    const places = children(child(ribbon, 'CustomActions'), 'CustomAction').map((action) =>
      value(action, 'Location'),
    );
    for (const place of ['Form', 'HomepageGrid', 'SubGrid'])
      expect(places.some((found) => found.startsWith(`Mscrm.${place}.${table}.MainTab.`))).toBe(true);
  });

  it('shows every command by selection or state, and by privilege', () => {
    const rule = (name: string) => descendants(ribbon, name).length;
    expect(rule('SelectionCountRule')).toBe(1);
    expect(rule('FormStateRule')).toBe(1);
    expect(rule('EntityPrivilegeRule')).toBe(1);
    for (const count of descendants(ribbon, 'SelectionCountRule'))
      expect([value(count, 'Minimum'), value(count, 'Maximum')]).toEqual(['1', '250']);
  });

  it('draws every button with an icon, at every size', () => {
    for (const button of buttonsOf(ribbon)) {
      for (const image of ['ModernImage', 'Image16by16', 'Image32by32']) {
        expect(value(button, image)).toMatch(/^\$webresource:inv_\/icons\/\w+\.svg$/);
      }
    }
  });

  it('calls functions with what they take', () => {
    const grid = ['SelectedControl', 'SelectedControlSelectedItemIds'];
    for (const call of descendants(ribbon, 'JavaScriptFunction')) {
      const parameters = children(call, 'CrmParameter').map((parameter) => value(parameter, 'Value'));
      expect([['PrimaryControl'], grid]).toContainEqual(parameters);
    }
  });
});

describe('value rules', () => {
  const [, ribbon] = ribbons[1];
  const shown = formsOf('inv_invitation').flatMap((form) =>
    descendants(form, 'control').map((control) => value(control, 'datafieldname')),
  );

  it.each(descendants(ribbon, 'ValueRule').map((rule) => [value(rule, 'Field'), value(rule, 'Value')]))(
    '%s = %s speak of a status reason, on a form that has it',
    (field) => {
      expect(field).toBe('statuscode');
      expect(shown).toContain(field);
    },
  );
});

describe('form scripts', () => {
  const forms = [...tables.keys()].flatMap((table) =>
    ['main', 'quickCreate'].flatMap((type) => formsOf(table, type)),
  );

  it('run when the form is loaded and saved, and get the execution context', () => {
    const handlers = forms.flatMap((form) => descendants(form, 'Handler'));
    expect(handlers.map((handler) => value(handler, 'functionName')).sort()).toEqual([
      'Inv.InvitationForm.onLoad',
      'Inv.InvitationForm.onLoad',
      'Inv.InvitationForm.onSave',
    ]);
    for (const handler of handlers) {
      expect([value(handler, 'enabled'), value(handler, 'passExecutionContext')]).toEqual(['true', 'true']);
    }
  });
});
