import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from '@xmldom/xmldom';
import { describe, expect, it } from '@jest/globals';
import { child, children } from '../../scripts/schema/xml.js';
import { columnsOf, descendants, formsOf, root, source, tables, value } from './source.js';

const languages = ['1031', '1033', '1036', '3082'];
const ribbons = [
  ['contact', root('Entities', 'Contact', 'RibbonDiff.xml')],
  ['inv_invitation', root('Entities', 'inv_invitation', 'RibbonDiff.xml')],
] as const;
const buttonKinds = ['Button', 'FlyoutAnchor'];
const buttonsOf = (ribbon: Element): readonly Element[] =>
  buttonKinds.flatMap((kind) => descendants(ribbon, kind));
const idsOf = (elements: readonly Element[]): readonly string[] =>
  elements.map((element) => value(element, 'Id'));
const exists = (name: string): boolean => {
  try {
    return readFileSync(join(source, 'WebResources', name)).length > 0;
  } catch {
    return false;
  }
};

describe.each(ribbons)('the ribbon of %s', (table, ribbon) => {
  const rules = child(ribbon, 'RuleDefinitions');
  const defined = (list: string, kind: string): readonly string[] =>
    idsOf(children(child(rules, list), kind));

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

  it('gives every part an id of its own, under the publisher and the table', () => {
    const ids = [
      'CustomAction',
      'Button',
      'FlyoutAnchor',
      'Menu',
      'MenuSection',
      'Controls',
      'CommandDefinition',
      'LocLabel',
    ]
      .flatMap((kind) => descendants(ribbon, kind))
      .concat(
        children(child(rules, 'EnableRules'), 'EnableRule'),
        children(child(rules, 'DisplayRules'), 'DisplayRule'),
      );
    for (const id of idsOf(ids)) expect(id.startsWith(`inv.${table}.`)).toBe(true);
    expect(new Set(idsOf(ids)).size).toBe(ids.length);
  });

  it('puts its buttons on the form, on the list and on subgrids of this table', () => {
    const places = children(child(ribbon, 'CustomActions'), 'CustomAction').map((action) =>
      value(action, 'Location'),
    );
    for (const place of ['Form', 'HomepageGrid', 'SubGrid'])
      expect(places.some((found) => found.startsWith(`Mscrm.${place}.${table}.MainTab.`))).toBe(true);
    for (const place of places) expect(place).toMatch(/\.Controls\._children$/);
  });

  it('has a command for each button, and no other', () => {
    const commands = new Set(buttonsOf(ribbon).map((button) => value(button, 'Command')));
    expect([...commands].sort()).toEqual([...idsOf(descendants(ribbon, 'CommandDefinition'))].sort());
  });

  it('has a rule for each that a command names, and no other', () => {
    for (const [list, kind] of [
      ['EnableRules', 'EnableRule'],
      ['DisplayRules', 'DisplayRule'],
    ] as const) {
      const named = descendants(ribbon, 'CommandDefinition').flatMap((command) =>
        idsOf(children(child(command, list), kind)),
      );
      expect([...new Set(named)].sort()).toEqual([...defined(list, kind)].sort());
    }
  });

  it('shows every command by selection or state, and by privilege', () => {
    const rule = (name: string) => descendants(ribbon, name).length;
    expect(rule('SelectionCountRule')).toBe(1);
    expect(rule('FormStateRule')).toBe(1);
    expect(rule('EntityPrivilegeRule')).toBe(1);
    for (const count of descendants(ribbon, 'SelectionCountRule'))
      expect([value(count, 'Minimum'), value(count, 'Maximum')]).toEqual(['1', '250']);
  });

  it('speaks four languages in every label, and has no label that nothing shows', () => {
    const labels = new Map(
      children(child(ribbon, 'LocLabels'), 'LocLabel').map((label) => [value(label, 'Id'), label] as const),
    );
    const used = buttonsOf(ribbon).flatMap((button) =>
      ['LabelText', 'Alt', 'ToolTipTitle', 'ToolTipDescription'].map((attribute) => value(button, attribute)),
    );
    expect(new Set(used)).toEqual(new Set([...labels.keys()].map((id) => `$LocLabels:${id}`)));
    for (const label of labels.values()) {
      const titles = descendants(label, 'Title');
      expect(titles.map((title) => value(title, 'languagecode')).sort()).toEqual(languages);
      for (const title of titles) expect(value(title, 'description').trim()).not.toBe('');
    }
  });

  it('draws every button with an icon that is shipped', () => {
    for (const button of buttonsOf(ribbon)) {
      for (const image of ['ModernImage', 'Image16by16', 'Image32by32']) {
        const name = value(button, image).replace('$webresource:', '');
        expect([name, exists(name)]).toEqual([name, true]);
      }
    }
  });

  it('calls functions that the scripts have, with what they take', () => {
    const grid = ['SelectedControl', 'SelectedControlSelectedItemIds'];
    for (const call of descendants(ribbon, 'JavaScriptFunction')) {
      const library = value(call, 'Library').replace('$webresource:', '');
      const name = value(call, 'FunctionName').split('.').at(-1) ?? '';
      // A bundle names what it exports: `createInvitation:()=>a`.
      expect(readFileSync(join(source, 'WebResources', library), 'utf8')).toMatch(
        new RegExp(`[{,]${name}:\\(\\)=>`),
      );
      const parameters = children(call, 'CrmParameter').map((parameter) => value(parameter, 'Value'));
      expect([['PrimaryControl'], grid]).toContainEqual(parameters);
    }
  });
});

describe('value rules', () => {
  const [, ribbon] = ribbons[1];
  const states = new Set(
    descendants(columnsOf('inv_invitation').get('statuscode') as Element, 'status').map((status) =>
      value(status, 'value'),
    ),
  );

  it.each(descendants(ribbon, 'ValueRule').map((rule) => [value(rule, 'Field'), value(rule, 'Value')]))(
    '%s = %s speak of a status reason that exists, on a form that has it',
    (field, option) => {
      expect(field).toBe('statuscode');
      expect(states).toContain(option);
      const fields = formsOf('inv_invitation').flatMap((form) =>
        descendants(form, 'control').map((control) => value(control, 'datafieldname')),
      );
      expect(fields).toContain(field);
    },
  );
});

describe('form scripts', () => {
  const forms = [...tables.keys()].flatMap((table) =>
    ['main', 'quickCreate'].flatMap((type) => formsOf(table, type)),
  );

  it('are registered with functions that their library has, and get the execution context', () => {
    const handlers = forms.flatMap((form) => descendants(form, 'Handler'));
    expect(handlers.map((handler) => value(handler, 'functionName')).sort()).toEqual([
      'Inv.InvitationForm.onLoad',
      'Inv.InvitationForm.onLoad',
      'Inv.InvitationForm.onSave',
    ]);
    for (const handler of handlers) {
      const library = readFileSync(join(source, 'WebResources', value(handler, 'libraryName')), 'utf8');
      const name = value(handler, 'functionName').split('.').at(-1) ?? '';
      expect(library).toMatch(new RegExp(`[{,]${name}:\\(\\)=>`));
      expect([value(handler, 'enabled'), value(handler, 'passExecutionContext')]).toEqual(['true', 'true']);
    }
  });

  it('stand in the libraries of their form', () => {
    for (const form of forms) {
      const libraries = descendants(form, 'Library').map((library) => value(library, 'name'));
      for (const handler of descendants(form, 'Handler'))
        expect(libraries).toContain(value(handler, 'libraryName'));
    }
  });
});
