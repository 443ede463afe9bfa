import { describe, expect, it } from '@jest/globals';
import { planOptions, type OptionOwner } from '../../../scripts/provision/plan/planOptions.js';
import type { OptionSource } from '../../../scripts/provision/definition/wanted.js';
import { english } from './foundOf.js';

const option = (more: Partial<OptionSource> = {}): OptionSource => ({
  value: 724300001,
  label: english('Sent'),
  description: english('It is on its way.'),
  ...more,
});
const there = { Value: 724300001, Label: english('Sent'), Description: english('It is on its way.') };
const column = { table: 'inv_invitation', column: 'statuscode' } as const;
const planned = (owner: OptionOwner, wanted: OptionSource, ...found: readonly object[]) =>
  planOptions(owner, [wanted], { Options: found }, 'Invitations').map(({ path, body }) => ({ path, body }));

describe('An option', () => {
  it('that is there with its texts is left alone', () => {
    expect(planned({ kind: 'choice', name: 'inv_result' }, option(), there)).toEqual([]);
  });

  it('of a global choice that is missing is inserted under its value', () => {
    expect(planned({ kind: 'choice', name: 'inv_result' }, option())).toEqual([
      {
        path: 'InsertOptionValue',
        body: {
          OptionSetName: 'inv_result',
          Value: 724300001,
          Label: english('Sent'),
          Description: english('It is on its way.'),
          SolutionUniqueName: 'Invitations',
        },
      },
    ]);
  });

  it('of a column is named by table and column', () => {
    expect(planned({ kind: 'column', ...column }, option())).toMatchObject([
      {
        path: 'InsertOptionValue',
        body: { EntityLogicalName: 'inv_invitation', AttributeLogicalName: 'statuscode' },
      },
    ]);
  });

  it('with another text is updated, and texts in other languages stay', () => {
    const other = { ...there, Label: english('Gone') };
    expect(planned({ kind: 'status', ...column }, option({ state: 0 }), other)).toMatchObject([
      { path: 'UpdateOptionValue', body: { Value: 724300001, Label: english('Sent'), MergeLabels: true } },
    ]);
  });

  it('that is a status reason is inserted with its state', () => {
    expect(planned({ kind: 'status', ...column }, option({ state: 1 }))).toMatchObject([
      { path: 'InsertStatusValue', body: { Value: 724300001, StateCode: 1 } },
    ]);
  });

  it('that is a state has its default status reason and its texts updated', () => {
    const [step] = planned({ kind: 'state', ...column }, option({ defaultStatus: 5 }), {
      ...there,
      DefaultStatus: 1,
    });
    expect(step).toMatchObject({
      path: 'UpdateStateValue',
      body: { DefaultStatusCode: 5, MergeLabels: true },
    });
    expect(step?.body).not.toHaveProperty('SolutionUniqueName');
  });

  it('that is a state cannot be added', () => {
    expect(planned({ kind: 'state', ...column }, option())).toEqual([]);
  });

  it('of a yes-and-no column is found in its two', () => {
    const set = { TrueOption: { ...there, Label: english('Yes') }, FalseOption: { Value: 0 } };
    expect(planOptions({ kind: 'column', ...column }, [option()], set, 'Invitations')).toMatchObject([
      { path: 'UpdateOptionValue' },
    ]);
  });

  it.each([
    ['as the source has it, is left', [1, 2], undefined],
    ['as the source has it with makers’ own between, is left', [1, 9, 2], undefined],
    ['otherwise, is put right, makers’ own last', [9, 2, 1], [1, 2, 9]],
  ])('in a list ordered %s', (_case, found, expected) => {
    const set = { Options: found.map((Value) => ({ ...there, Value })) };
    const steps = planOptions(
      { kind: 'choice', name: 'inv_result' },
      [option({ value: 1 }), option({ value: 2 })],
      set,
      'Invitations',
    );
    expect(steps.map(({ path, body }) => [path, body.OptionSetName, body.Values])).toEqual(
      expected === undefined ? [] : [['OrderOption', 'inv_result', expected]],
    );
  });

  it('that comes between others is put there once it is inserted', () => {
    const set = {
      Options: [
        { ...there, Value: 2 },
        { ...there, Value: 9 },
      ],
    };
    const steps = planOptions(
      { kind: 'choice', name: 'a' },
      [option({ value: 1 }), option({ value: 2 })],
      set,
      'b',
    );
    expect(steps.map(({ path, body }) => [path, body.Values])).toEqual([
      ['InsertOptionValue', undefined],
      ['OrderOption', [1, 2, 9]],
    ]);
  });
});
