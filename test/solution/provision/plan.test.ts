import { describe, expect, it } from '@jest/globals';
import type { Found } from '../../../scripts/provision/found/found.js';
import { plan } from '../../../scripts/provision/plan/plan.js';
import { readWanted } from '../../../scripts/provision/definition/readWanted.js';
import { changed, english, foundOf, without, withTable } from './foundOf.js';
import { source } from '../source.js';

const wanted = readWanted(source);
const complete = foundOf(wanted);
const empty: Found = {
  languages: complete.languages,
  choices: new Map(),
  tables: new Map(),
  relationships: new Map(),
  icons: new Set(),
};
const requests = (found: Found) => plan(wanted, found).steps.map(({ method, path }) => `${method} ${path}`);
const only = (found: Found) => {
  const [step, ...more] = plan(wanted, found).steps;
  if (step === undefined || more.length > 0) throw new Error(`${more.length} more steps are planned.`);
  return step;
};

describe('For an empty environment', () => {
  it('everything is made, what is needed before what needs it', () => {
    const kinds = requests(empty).map((request) => request.replace(/\(LogicalName='\w+'\)/, ''));
    expect([...new Set(kinds)]).toEqual([
      'POST publishers',
      'POST solutions',
      'POST GlobalOptionSetDefinitions',
      'POST EntityDefinitions',
      'POST EntityDefinitions/Attributes',
      'POST RelationshipDefinitions',
      'POST EntityDefinitions/Keys',
    ]);
  });

  it('every component becomes part of the solution', () => {
    const outside = plan(wanted, empty).steps.filter(({ ofSolution }) => !ofSolution);
    expect(outside.map(({ path }) => path)).toEqual(['publishers', 'solutions']);
  });

  it('a table is made with its primary column, an activity with its subject', () => {
    const tables = plan(wanted, empty).steps.filter(({ path }) => path === 'EntityDefinitions');
    expect(tables.map(({ body }) => body)).toMatchObject([
      { SchemaName: 'inv_externalidentity', EntitySetName: 'inv_externalidentities', OwnershipType: 'OrganizationOwned', Attributes: [{ SchemaName: 'inv_name', IsPrimaryName: true }] },
      { SchemaName: 'inv_invitation', Attributes: [{ SchemaName: 'inv_name', IsPrimaryName: true }] },
      { SchemaName: 'inv_inviteredemption', IsActivity: true, IsAvailableOffline: true, Attributes: [{ SchemaName: 'Subject', IsPrimaryName: true }] },
      { SchemaName: 'inv_redemptionlock', OwnershipType: 'OrganizationOwned', Attributes: [{ SchemaName: 'inv_name', IsPrimaryName: true }] },
      { SchemaName: 'inv_redemptionrequest', Attributes: [{ SchemaName: 'inv_name', IsPrimaryName: true }] },
      { SchemaName: 'inv_webrole', OwnershipType: 'OrganizationOwned', Attributes: [{ SchemaName: 'inv_name', IsPrimaryName: true }] },
    ]);
  }); // prettier-ignore

  it('no column and no relationship of the platform is asked for', () => {
    const names = plan(wanted, empty).steps.map(({ body }) => String(body.SchemaName ?? 'inv'));
    expect(names.filter((name) => !name.startsWith('inv'))).toEqual([]);
  });

  it('a column over a global choice refers to it', () => {
    const column = plan(wanted, empty).steps.find(({ body }) => body.SchemaName === 'inv_type');
    expect(column?.reference).toEqual({
      property: 'GlobalOptionSet@odata.bind',
      to: 'choice',
      name: 'inv_invitationtype',
    });
  });

  it('a lookup is made with its relationship', () => {
    const made = plan(wanted, empty).steps.filter(({ body }) =>
      JSON.stringify(body.Lookup ?? body).includes('"inv_workflowid"'),
    );
    expect(made.map(({ path, body }) => [path, body.SchemaName, body.ReferencedEntity])).toEqual([
      ['RelationshipDefinitions', 'inv_workflow_inv_invitation_workflowid', 'workflow'],
    ]);
  });
});

describe('For an environment that has it all', () => {
  it('nothing is planned', () => {
    expect(requests(complete)).toEqual([]);
  });

  it('nothing is planned where makers have added languages, options and columns', () => {
    const more = withTable(complete, 'inv_webrole', ({ columns, optionSets }) => ({
      columns: new Map([...columns, ['inv_more', { AttributeType: 'String' }]]),
      optionSets: new Map(
        [...optionSets].map(([name, set]) => [
          name,
          Array.isArray(set.Options) ? { ...set, Options: [...set.Options, { Value: 99 }] } : set,
        ]),
      ),
    }));
    expect(requests(more)).toEqual([]);
  });

  it.each<[string, Found, string]>([
    ['a choice is missing', { ...complete, choices: without(complete.choices, 'inv_sendresult') }, 'POST GlobalOptionSetDefinitions'],
    ['a text of a choice is another', { ...complete, choices: changed(complete.choices, 'inv_sendresult', { DisplayName: english('Result') }) }, 'PUT GlobalOptionSetDefinitions(id of inv_sendresult)'],
    ['a column is missing', withTable(complete, 'inv_webrole', ({ columns }) => ({ columns: without(columns, 'inv_key') })), "POST EntityDefinitions(LogicalName='inv_webrole')/Attributes"],
    ['a column is shorter', withTable(complete, 'inv_webrole', ({ columns }) => ({ columns: changed(columns, 'inv_key', { MaxLength: 50 }) })), "PUT EntityDefinitions(LogicalName='inv_webrole')/Attributes(LogicalName='inv_key')"],
    ['a column of the platform is described otherwise', withTable(complete, 'inv_invitation', ({ columns }) => ({ columns: changed(columns, 'ownerid', { Description: english('Owner Id') }) })), "PUT EntityDefinitions(LogicalName='inv_invitation')/Attributes(LogicalName='ownerid')"],
    ['a relationship is missing', { ...complete, relationships: without(complete.relationships, 'inv_webrole_contacts') }, 'POST RelationshipDefinitions'],
    ['a relationship cascades otherwise', { ...complete, relationships: changed(complete.relationships, 'inv_account_inv_invitation_accountid', { CascadeConfiguration: { Delete: 'Cascade' } }) }, 'PUT RelationshipDefinitions(id of inv_account_inv_invitation_accountid)'],
    ['a key is missing', withTable(complete, 'inv_webrole', () => ({ keys: new Map() })), "POST EntityDefinitions(LogicalName='inv_webrole')/Keys"],
    ['the index of a key failed', withTable(complete, 'inv_webrole', ({ keys }) => ({ keys: changed(keys, 'inv_key_key', { EntityKeyIndexStatus: 'Failed' }) })), 'POST ReactivateEntityKey'],
    ['the icon has come', { ...complete, icons: new Set(['inv_/icons/web_role.svg']), tables: withTable(complete, 'inv_webrole', ({ definition }) => ({ definition: { ...definition, IconVectorName: null } })).tables }, "PUT EntityDefinitions(LogicalName='inv_webrole')"],
  ])('but that %s, one request is planned', (_case, found, request) => {
    expect(requests(found)).toEqual([request]);
  }); // prettier-ignore

  it('an update is the whole definition with what changes, and leaves other languages', () => {
    const found = withTable(complete, 'inv_webrole', ({ columns }) => ({
      columns: changed(columns, 'inv_key', {
        MaxLength: 50,
        ColumnNumber: 7,
        'MaxLength@odata.type': '#Int32',
      }),
    }));
    const { body, mergesLabels, ofSolution } = only(found);
    expect({ mergesLabels, ofSolution }).toEqual({ mergesLabels: true, ofSolution: true });
    expect(body).toMatchObject({ MaxLength: 100, ColumnNumber: 7, SchemaName: 'inv_key' });
    expect(body).not.toHaveProperty('MaxLength@odata.type');
  });

  it.each([
    ['a solution of another version', { ...complete, solution: { ...complete.solution, version: '9999.0.0.0' } }],
    ['a table that has notes already', withTable(complete, 'inv_webrole', ({ definition }) => ({ definition: { ...definition, HasNotes: true } }))],
    ['a column of Dataverse that may not be renamed', withTable(complete, 'inv_webrole', ({ columns }) => ({ columns: changed(columns, 'createdon', { Description: english('No'), IsRenameable: { Value: false } }) }))],
    ['a column that this Dataverse does not make', withTable(complete, 'inv_inviteredemption', ({ columns }) => ({ columns: without(columns, 'community') }))],
  ])('%s is left as it is', (_case, found) => {
    expect(requests(found)).toEqual([]);
  }); // prettier-ignore

  it('a status reason is added even where the column may not be renamed', () => {
    const found = withTable(complete, 'inv_webrole', ({ columns, optionSets }) => ({
      columns: changed(columns, 'statuscode', { IsRenameable: { Value: false } }),
      optionSets: changed(optionSets, 'statuscode', { Options: [] }),
    }));
    expect(requests(found)).toEqual(['POST InsertStatusValue', 'POST InsertStatusValue']);
  });
});
