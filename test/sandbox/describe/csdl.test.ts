import { DOMParser } from '@xmldom/xmldom';
import type { Element } from '@xmldom/xmldom';
import { describe, expect, it } from '@jest/globals';
import { ask, catalogue } from './fakeRequest.js';

function parse(url: string): Element {
  const { body, headers } = ask(url);
  expect(headers['content-type']).toBe('application/xml');
  const parser = new DOMParser({
    onError: (_level, message) => {
      throw new Error(message);
    },
  });
  const root = parser.parseFromString(String(body), 'text/xml').documentElement;
  if (root === null) throw new Error('an empty document');
  return root;
}

const document = parse('$metadata');
const all = (parent: Element, name: string) => Array.from(parent.getElementsByTagName(name));
const types = new Map(all(document, 'EntityType').map((type) => [type.getAttribute('Name') ?? '', type]));
const sets = new Map(all(document, 'EntitySet').map((set) => [set.getAttribute('Name') ?? '', set]));

function typeOf(name: string): Element {
  const type = types.get(name);
  if (type === undefined) throw new Error(`no type ${name}`);
  return type;
}

/** A type's own navigation properties and those of its base. */
function navigationsOf(name: string): Element[] {
  const type = typeOf(name);
  const base = type.getAttribute('BaseType')?.replace('mscrm.', '');
  return [...all(type, 'NavigationProperty'), ...(base === undefined ? [] : navigationsOf(base))];
}

const targetOf = (navigation: Element) =>
  (navigation.getAttribute('Type') ?? '').replace(/^Collection\(|\)$|mscrm\./g, '');

describe('the $metadata document', () => {
  it('is CSDL 4.0 in the namespace of Dataverse', () => {
    expect(document.nodeName).toBe('edmx:Edmx');
    expect(document.getAttribute('Version')).toBe('4.0');
    const [schema] = all(document, 'Schema');
    expect(schema?.getAttribute('Namespace')).toBe('Microsoft.Dynamics.CRM');
    expect(schema?.getAttribute('Alias')).toBe('mscrm');
  });

  it('has a type and a collection for every table', () => {
    for (const table of catalogue.tables.values()) {
      expect(types.has(table.logicalName)).toBe(true);
      expect(sets.get(table.setName)?.getAttribute('EntityType')).toBe(
        `Microsoft.Dynamics.CRM.${table.logicalName}`,
      );
    }
  });

  it('has every stored column as a property', () => {
    const names = all(typeOf('new_project'), 'Property').map((property) => property.getAttribute('Name'));
    expect(names).toEqual(
      expect.arrayContaining([
        'new_projectid',
        'new_name',
        '_new_contactid_value',
        '_ownerid_value',
        'versionnumber',
      ]),
    );
    expect(names).not.toContain('new_contactid');
  });

  it.each([
    ['new_project', 'new_projectid', 'Edm.Guid'],
    ['new_project', 'new_day', 'Edm.Date'],
    ['new_project', 'new_size', 'Edm.Int32'],
    ['contact', 'createdon', 'Edm.DateTimeOffset'],
    ['contact', 'creditlimit', 'Edm.Decimal'],
    ['contact', 'donotemail', 'Edm.Boolean'],
    ['contact', 'versionnumber', 'Edm.Int64'],
    ['contact', '_parentcustomerid_value', 'Edm.Guid'],
  ])('types %s.%s as %s', (table, name, type) => {
    const property = all(typeOf(table), 'Property').find(
      (candidate) => candidate.getAttribute('Name') === name,
    );
    expect(property?.getAttribute('Type')).toBe(type);
  });

  it('gives every type a key, its own or that of its base', () => {
    for (const [name, type] of types) {
      if (name === 'crmbaseentity') continue;
      const holder = type.getAttribute('BaseType') === 'mscrm.principal' ? typeOf('principal') : type;
      expect(all(holder, 'PropertyRef')).toHaveLength(1);
    }
  });

  it('has a partner for every navigation property that leads back', () => {
    for (const name of types.keys()) {
      for (const navigation of navigationsOf(name)) {
        const back = navigationsOf(targetOf(navigation)).find(
          (candidate) => candidate.getAttribute('Name') === navigation.getAttribute('Partner'),
        );
        expect(
          `${name}.${String(navigation.getAttribute('Name'))} ${back === undefined ? 'has no partner' : 'ok'}`,
        ).toBe(`${name}.${String(navigation.getAttribute('Name'))} ok`);
        expect(back?.getAttribute('Partner')).toBe(navigation.getAttribute('Name'));
      }
    }
  });

  it('constrains every single-valued navigation property to properties that exist', () => {
    for (const constraint of all(document, 'ReferentialConstraint')) {
      const navigation = constraint.parentNode as Element;
      const has = (type: Element, name: string | null) =>
        all(type, 'Property').some((property) => property.getAttribute('Name') === name);
      expect(has(navigation.parentNode as Element, constraint.getAttribute('Property'))).toBe(true);
      expect(has(typeOf(targetOf(navigation)), constraint.getAttribute('ReferencedProperty'))).toBe(true);
    }
  });

  it('binds navigation properties to collections that exist', () => {
    const bindings = all(document, 'NavigationPropertyBinding');
    expect(bindings.length).toBeGreaterThan(100);
    for (const binding of bindings) expect(sets.has(binding.getAttribute('Target') ?? '')).toBe(true);
  });

  it('makes users and teams principals, which is what owns a row', () => {
    expect(typeOf('systemuser').getAttribute('BaseType')).toBe('mscrm.principal');
    const owner = all(typeOf('contact'), 'NavigationProperty').find(
      (navigation) => navigation.getAttribute('Name') === 'ownerid',
    );
    expect(owner?.getAttribute('Type')).toBe('mscrm.principal');
  });

  it('names alternate keys', () => {
    const paths = all(typeOf('new_project'), 'PropertyValue').map((value) =>
      value.getAttribute('PropertyPath'),
    );
    expect(paths).toContain('new_number');
  });

  it('tells of change tracking when annotations are asked for', () => {
    const tracked = (root: Element) =>
      all(root, 'EntitySet')
        .filter((set) => all(set, 'Annotation').length > 0)
        .map((set) => set.getAttribute('Name'));
    expect(tracked(document)).toEqual([]);
    const annotated = tracked(parse('$metadata?annotations=true'));
    expect(annotated).toContain('new_projects');
    expect(annotated).not.toContain('activityparties');
  });
});
