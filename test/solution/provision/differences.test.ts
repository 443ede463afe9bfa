import { describe, expect, it } from '@jest/globals';
import { differences } from '../../../scripts/provision/plan/differences.js';

const label = (...texts: readonly (readonly [number, string])[]) => ({
  LocalizedLabels: texts.map(([LanguageCode, Label]) => ({ LanguageCode, Label })),
});
const managed = (Value: boolean, CanBeChanged = true) => ({
  Value,
  CanBeChanged,
  ManagedPropertyLogicalName: 'canmodifyauditsettings',
});

describe('A definition differs from what is found', () => {
  it.each([
    ['by a value', { MaxLength: 200 }, { MaxLength: 100 }],
    ['by a value that is empty there', { DefaultFormValue: 1 }, { DefaultFormValue: null }],
    ['by a text', { Name: label([1033, 'Code']) }, { Name: label([1033, 'Cod']) }],
    ['by a language that is missing', { Name: label([1033, 'Code'], [1031, 'Kode']) }, { Name: label([1033, 'Code']) }],
    ['by a label where there is none', { Name: label([1033, 'Code']) }, { Name: null }],
    ['by a managed value', { IsAuditEnabled: managed(true) }, { IsAuditEnabled: managed(false) }],
    ['within a part', { CascadeConfiguration: { Delete: 'Restrict' } }, { CascadeConfiguration: { Delete: 'Cascade' } }],
    ['by the length of a list', { KeyAttributes: ['a'] }, { KeyAttributes: ['a', 'b'] }],
    ['by an item of a list', { KeyAttributes: ['a'] }, { KeyAttributes: ['b'] }],
  ])('%s', (_how, wanted, found) => {
    expect(differences(wanted, found)).toEqual(Object.keys(wanted));
  }); // prettier-ignore

  it.each([
    ['annotations', { '@odata.type': 'a' }, { '@odata.type': '#a' }],
    ['what the environment does not tell', { IsSLAEnabled: true }, {}],
    ['makers’ labels in other languages', { Name: label([1033, 'Code']) }, { Name: label([1033, 'Code'], [1043, 'Code']) }],
    ['whether a managed property may be changed', { A: managed(true) }, { A: managed(true, false) }],
    ['no label and an empty one', { Name: label() }, { Name: null }],
    ['more than was asked for', { A: { B: 1 } }, { A: { B: 1, C: 2 }, D: 3 }],
  ])('not by %s', (_what, wanted, found) => {
    expect(differences(wanted, found)).toEqual([]);
  }); // prettier-ignore
});
