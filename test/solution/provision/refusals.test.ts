import { describe, expect, it } from '@jest/globals';
import type { Found } from '../../../scripts/provision/found/found.js';
import { plan } from '../../../scripts/provision/plan/plan.js';
import { Mistake } from '../../../scripts/command/mistake.js';
import { readWanted } from '../../../scripts/provision/definition/readWanted.js';
import { changed, foundOf, withTable } from './foundOf.js';
import { source } from '../source.js';

const wanted = readWanted(source);
const complete = foundOf(wanted);

describe('What cannot be changed is refused before anything is written', () => {
  it.each<[string, Found, string]>([
    ['a column of another type', withTable(complete, 'inv_invitation', ({ columns }) => ({ columns: changed(columns, 'inv_code', { AttributeTypeName: { Value: 'MemoType' } }) })), 'column inv_invitation.inv_code of another type'],
    ['a column over another choice', withTable(complete, 'inv_invitation', ({ optionSets }) => ({ optionSets: changed(optionSets, 'inv_type', { Name: 'inv_other' }) })), 'column inv_invitation.inv_type of another choice'],
    ['a table that somebody else owns', withTable(complete, 'inv_webrole', ({ definition }) => ({ definition: { ...definition, OwnershipType: 'UserOwned' } })), 'table inv_webrole whose OwnershipType'],
    ['a table that is no activity', withTable(complete, 'inv_inviteredemption', ({ definition }) => ({ definition: { ...definition, IsActivity: false } })), 'table inv_inviteredemption whose IsActivity'],
    ['a table under another address', withTable(complete, 'inv_webrole', ({ definition }) => ({ definition: { ...definition, EntitySetName: 'inv_roles' } })), 'table inv_webrole whose EntitySetName'],
    ['a relationship from another table', { ...complete, relationships: changed(complete.relationships, 'inv_account_inv_invitation_accountid', { ReferencedEntity: 'contact' }) }, 'whose ReferencedEntity cannot be changed'],
    ['a relationship with another navigation property', { ...complete, relationships: changed(complete.relationships, 'inv_webrole_contacts', { Entity1NavigationPropertyName: 'other' }) }, 'whose Entity1NavigationPropertyName cannot be changed'],
    ['a key over other columns', withTable(complete, 'inv_webrole', ({ keys }) => ({ keys: changed(keys, 'inv_key_key', { KeyAttributes: ['inv_name'] }) })), 'key inv_webrole.inv_key_key over other columns'],
    ['the managed solution', { ...complete, solution: { ...complete.solution, ismanaged: true } }, 'managed solution ContactInvitations'],
    ['the publisher with another prefix', { ...complete, publisher: { customizationprefix: 'con' } }, 'with the prefix con, not inv'],
  ])('%s', (_case, found, message) => {
    expect(() => plan(wanted, found)).toThrow(Mistake);
    expect(() => plan(wanted, found)).toThrow(message);
  }); // prettier-ignore
});

describe('People are told', () => {
  it('which languages are left out', () => {
    const { notes } = plan(wanted, {
      ...complete,
      languages: { base: 1033, provisioned: new Set([1033, 1036]) },
    });
    expect(notes[0]).toContain('languages 1031, 3082 are left out');
  });

  it('that an index is still being built', () => {
    const found = withTable(complete, 'inv_webrole', ({ keys }) => ({
      keys: changed(keys, 'inv_key_key', { EntityKeyIndexStatus: 'Pending' }),
    }));
    expect(plan(wanted, found).notes).toContain(
      'The index of key inv_webrole.inv_key_key is still being built in the background.',
    );
  });
});
