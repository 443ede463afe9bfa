import { describe, expect, it } from '@jest/globals';
import type { FormCell, FormControl } from '../../../sandbox/app/definition/form/formDefinition.js';
import type { Languages } from '../../../sandbox/app/definition/language.js';
import { formOrder, readForm } from '../../../sandbox/app/definition/form/readForm.js';
import { baseCatalogue, english, german } from './solutions.js';

const source = (formXml: string) => ({
  id: '6f0f9e7e-52a1-4a53-9a0c-0c3e0f6f0101',
  table: 'contact',
  type: 'main',
  labels: { 1033: 'Contact', 1031: 'Kontakt' },
  formXml: `<form>${formXml}</form>`,
});
const read = (formXml: string, languages: Languages = english) =>
  readForm(source(formXml), baseCatalogue, languages);

const text = '{4273EDBD-AC1D-40D3-9FB2-095C621B552D}';

/** A form of one section with one cell. */
const aroundCell = (cell: string) =>
  `<tabs><tab name="t" id="{00000000-0000-4000-8000-000000000001}"><labels /><columns><column width="100%"><sections>
    <section name="s" id="{00000000-0000-4000-8000-000000000002}" columns="1"><labels /><rows><row>${cell}</row></rows></section>
  </sections></column></columns></tab></tabs>`;

function cellOf(cell: string, languages?: Languages): FormCell {
  const [found] = read(aroundCell(cell), languages).tabs[0]?.columns[0]?.sections[0]?.rows[0] ?? [];
  if (found === undefined) throw new Error('no cell');
  return found;
}

const controlOf = (control: string): FormControl | undefined =>
  cellOf(`<cell id="{1}">${control}</cell>`).control;

describe('a form', () => {
  it('has its tabs, columns and sections with their texts in the language of the user', () => {
    const form = read(
      `<tabs><tab name="general" id="{AC4C6271-D71D-47E2-9607-FABC141DD508}" visible="false" showlabel="false">
        <labels><label description="General" languagecode="1033" /><label description="Allgemein" languagecode="1031" /></labels>
        <columns>
          <column width="34%"><sections>
            <section name="one" id="{1}" columns="111"><labels><label description="One" languagecode="1033" /></labels><rows /></section>
            <section name="two" id="{2}" columns="2" visible="false" showlabel="false"><labels /><rows><row /><row /></rows></section>
          </sections></column>
          <column width="66%"><sections /></column>
        </columns>
      </tab></tabs>`,
      german,
    );
    expect(form).toMatchObject({
      name: 'Kontakt',
      table: 'contact',
      type: 'main',
      header: [],
      libraries: [],
    });
    expect(form.tabs).toEqual([
      {
        id: 'ac4c6271-d71d-47e2-9607-fabc141dd508',
        name: 'general',
        label: 'Allgemein',
        showLabel: false,
        visible: false,
        columns: [
          {
            width: '34%',
            sections: [
              { id: '1', name: 'one', label: 'One', showLabel: true, visible: true, columns: 3, rows: [] },
              {
                id: '2',
                name: 'two',
                label: '',
                showLabel: false,
                visible: false,
                columns: 2,
                rows: [[], []],
              },
            ],
          },
          { width: '66%', sections: [] },
        ],
      },
    ]);
  });

  it('has the cells of its header', () => {
    const form = read(
      `<header><rows><row><cell id="{1}"><control id="header_ownerid" classid="{270BD3DB-D9AF-4782-9025-509E298DEC0A}" datafieldname="ownerid" /></cell></row></rows></header>`,
    );
    expect(form.header).toMatchObject([
      { label: 'Owner', control: { id: 'header_ownerid', column: 'ownerid' } },
    ]);
  });

  it.each([
    ['<DisplayConditions Order="3"><Everyone /></DisplayConditions>', 3],
    ['', Number.MAX_SAFE_INTEGER],
  ])('stands, with "%s", at %d among those of its type', (conditions, order) => {
    expect(formOrder(source(conditions))).toBe(order);
  });

  it('that is no XML is refused by its name', () => {
    expect(() => read('<tabs>')).toThrow(/^Form 6f0f9e7e-.* of contact is not well-formed XML/);
  });
});

describe('the label of a cell', () => {
  const cell = (...labels: readonly string[]) =>
    `<cell id="{1}"><labels>${labels.join('')}</labels><control id="firstname" classid="${text}" datafieldname="firstname" /></cell>`;
  const own = {
    en: '<label description="Given name" languagecode="1033" />',
    de: '<label description="Rufname" languagecode="1031" />',
  };

  it.each([
    ['is its own in the language of the user', [own.en, own.de], german, 'Rufname'],
    ['is that of its column in that language when it has none', [own.en], german, 'Vorname'],
    [
      'is its own in the base language when neither is translated',
      [own.en],
      { user: 1041, base: 1033 },
      'Given name',
    ],
    ['is that of its column when it has none at all', [], english, 'First Name'],
    [
      'is that of its column in the base language as a last resort',
      [],
      { user: 1041, base: 1033 },
      'First Name',
    ],
  ])('%s', (_rule, labels, languages, label) => {
    expect(cellOf(cell(...labels), languages).label).toBe(label);
  });

  it('of a subgrid falls back to what its table is called', () => {
    const subgrid = `<cell id="{1}"><control id="g" classid="{E7A81278-8635-4D9E-8D4D-59480B391C5B}"><parameters><TargetEntityType>contact</TargetEntityType></parameters></control></cell>`;
    expect(cellOf(subgrid, german).label).toBe('Kontakte');
  });
});

describe('a cell', () => {
  it('has its place and what is seen of it', () => {
    expect(cellOf('<cell id="{A}" colspan="2" rowspan="3" showlabel="false" visible="0" />')).toEqual({
      id: 'a',
      label: '',
      showLabel: false,
      visible: false,
      colspan: 2,
      rowspan: 3,
    });
  });

  it.each([
    ['field', `<control id="x" classid="${text}" datafieldname="firstname" />`],
    [
      'field',
      '<control id="x" classid="{67fac785-cd58-4f9f-abb3-4b7ddc6ed5ed}" datafieldname="donotemail" />',
    ],
    ['timeline', '<control id="x" classid="{06375649-C143-495E-A496-C962E5B4488E}" />'],
    ['webresource', '<control id="x" classid="{9FDF5F91-88B1-47F4-AD53-C11EFC01A01D}" />'],
    ['unsupported', `<control id="x" classid="${text}" datafieldname="new_unknown" />`],
    [
      'quickform',
      '<control id="x" classid="{5C5600E0-1D6E-4205-A272-BE80DA87FD42}" datafieldname="parentcustomerid" />',
    ],
    ['unsupported', '<control id="x" classid="{FD2A7985-3187-444E-908D-6624B21F69C0}" />'],
  ])('holds a %s by the class id of %s', (kind, control) => {
    expect(controlOf(control)?.kind).toBe(kind);
  });

  it('says of a field which column it shows and whether it is locked', () => {
    expect(
      controlOf(`<control id="first" classid="${text}" datafieldname="firstname" disabled="true" />`),
    ).toEqual({
      id: 'first',
      kind: 'field',
      column: 'firstname',
      disabled: true,
      classId: '4273edbd-ac1d-40d3-9fb2-095c621b552d',
    });
  });

  it('has the parameters of a subgrid', () => {
    const control = controlOf(
      `<control id="grid" classid="{E7A81278-8635-4D9E-8D4D-59480B391C5B}"><parameters>
        <TargetEntityType>account</TargetEntityType><ViewId>{00000000-0000-0000-00AA-000010001002}</ViewId>
        <RelationshipName>account_primary_contact</RelationshipName><EnableQuickFind>true</EnableQuickFind>
        <EnableViewPicker>false</EnableViewPicker><RecordsPerPage>10</RecordsPerPage></parameters></control>`,
    );
    expect(control?.subgrid).toEqual({
      table: 'account',
      viewId: '00000000-0000-0000-00aa-000010001002',
      relationship: 'account_primary_contact',
      rowsPerPage: 10,
      quickFind: true,
      viewPicker: false,
    });
  });

  it('has, for a subgrid without a relationship, all rows of the view, four to a page', () => {
    const control = controlOf(
      `<control id="grid" classid="{E7A81278-8635-4D9E-8D4D-59480B391C5B}"><parameters>
        <TargetEntityType>account</TargetEntityType><ViewId>{1}</ViewId><RelationshipName /></parameters></control>`,
    );
    expect(control?.subgrid).toEqual({
      table: 'account',
      viewId: '1',
      rowsPerPage: 4,
      quickFind: false,
      viewPicker: false,
    });
  });
});

describe('the scripts of a form', () => {
  const handlers = (...list: readonly string[]) => `<Handlers>${list.join('')}</Handlers>`;
  const handler = (parts = '') => `<Handler functionName="New.run" libraryName="new_/one.js" ${parts} />`;

  it('are its libraries, in order', () => {
    const form = read(
      '<formLibraries><Library name="new_/one.js" libraryUniqueId="{1}" /><Library name="new_/two.js" libraryUniqueId="{2}" /></formLibraries>',
    );
    expect(form.libraries).toEqual(['new_/one.js', 'new_/two.js']);
  });

  it('handle its events', () => {
    const form = read(`<events>
      <event name="onload">${handlers(handler('enabled="true" passExecutionContext="true"'))}</event>
      <event name="onsave">${handlers(handler('enabled="false"'))}</event>
      <event name="onchange" attribute="firstname">${handlers(handler())}</event>
      <event name="tabstatechange">${handlers(handler())}</event>
      <event name="onload"><InternalHandlers><Handler functionName="Platform.run" libraryName="main" /></InternalHandlers></event>
    </events>`);
    const common = { library: 'new_/one.js', functionName: 'New.run', parameters: [] };
    expect(form.events).toEqual([
      { event: 'onload', ...common, enabled: true, passExecutionContext: true },
      { event: 'onsave', ...common, enabled: false, passExecutionContext: false },
      { event: 'onchange', column: 'firstname', ...common, enabled: true, passExecutionContext: false },
    ]);
  });

  it('get literal parameters', () => {
    const parameters = `'a, b', "c", -1.5, 20 ,true,false`.replaceAll('"', '&quot;');
    const form = read(
      `<events><event name="onload">${handlers(handler(`parameters="${parameters}"`))}</event></events>`,
    );
    expect(form.events[0]?.parameters).toEqual(['a, b', 'c', -1.5, 20, true, false]);
  });

  it.each(['window', '{ a: 1 }', `'open`, '1 2', '1,'])('may not have %s as a parameter', (parameters) => {
    const form = `<events><event name="onload">${handlers(handler(`parameters="${parameters}"`))}</event></events>`;
    expect(() => read(form)).toThrow(/Form .* of contact: the handler's parameters .* are no literals/);
  });
});
