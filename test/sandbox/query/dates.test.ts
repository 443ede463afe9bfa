import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ConditionOperator } from '../../../sandbox/dataverse/query/model.js';
import { runQuery } from '../../../sandbox/dataverse/query/run.js';
import { Projects } from '../organization/projectsOrganization.js';

/** A Monday; the week began the day before. */
const now = new Date('2026-11-23T10:20:30Z');

/** Moments around it; their days are stored too. */
const moments = [
  '2025-12-31T23:59:59Z',
  '2026-10-31T12:00:00Z',
  '2026-11-14T23:59:59Z',
  '2026-11-16T00:00:00Z',
  '2026-11-22T00:00:00Z',
  '2026-11-23T08:00:00Z',
  '2026-11-23T10:20:30Z',
  '2026-11-23T23:59:59Z',
  '2026-11-24T00:00:00Z',
  '2026-11-30T12:00:00Z',
  '2026-12-01T00:00:00Z',
  '2027-01-01T00:00:00Z',
];

let projects: Projects;
beforeAll(() => {
  projects = new Projects();
  projects.organization.clock.set(now);
  moments.forEach((moment, index) => {
    projects.create('new_project', {
      new_name: String(index),
      new_moment: moment,
      new_day: moment.slice(0, 10),
    });
  });
});

function found(column: string, operator: ConditionOperator, values: readonly string[]): readonly number[] {
  const { rows } = runQuery(projects.system, {
    table: 'new_project',
    columns: ['new_name'],
    links: [],
    orders: [{ path: { column: 'new_moment' }, descending: false }],
    filter: { kind: 'condition', path: { column }, operator, values },
  });
  return rows.map(({ values: row }) => Number(row['new_name']));
}

const between = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

describe('a date condition, at 2026-11-23T10:20:30Z,', () => {
  it.each<[ConditionOperator, string[], number[]]>([
    ['on', ['2026-11-23'], [5, 6, 7]],
    ['not-on', ['2026-11-23'], [...between(0, 4), ...between(8, 11)]],
    ['on-or-before', ['2026-11-16'], between(0, 3)],
    ['on-or-after', ['2026-11-24T15:00:00Z'], between(8, 11)],
    ['yesterday', [], [4]],
    ['today', [], [5, 6, 7]],
    ['tomorrow', [], [8]],
    ['last-seven-days', [], [3, 4, 5, 6]],
    ['next-seven-days', [], [6, 7, 8, 9]],
    ['last-week', [], [3]],
    ['this-week', [], [4, 5, 6, 7, 8]],
    ['next-week', [], [9, 10]],
    ['last-month', [], [1]],
    ['this-month', [], between(2, 9)],
    ['next-month', [], [10]],
    ['last-year', [], [0]],
    ['this-year', [], between(1, 10)],
    ['next-year', [], [11]],
    ['last-x-hours', ['3'], [5, 6]],
    ['next-x-hours', ['1'], [6]],
    ['last-x-days', ['1'], [4, 5, 6]],
    ['next-x-days', ['1'], [6, 7, 8]],
    ['last-x-weeks', ['1'], [3, 4, 5, 6]],
    ['next-x-weeks', ['2'], [6, 7, 8, 9, 10]],
    ['last-x-months', ['1'], between(1, 6)],
    ['next-x-months', ['1'], between(6, 10)],
    ['last-x-years', ['1'], between(0, 6)],
    ['next-x-years', ['1'], between(6, 11)],
    ['olderthan-x-minutes', ['60'], between(0, 5)],
    ['olderthan-x-hours', ['2'], between(0, 4)],
    ['olderthan-x-days', ['7'], [0, 1, 2]],
    ['olderthan-x-weeks', ['1'], [0, 1, 2]],
    ['olderthan-x-months', ['1'], [0]],
    ['olderthan-x-years', ['1'], []],
    ['between', ['2026-11-16T00:00:00Z', '2026-11-22T00:00:00Z'], [3, 4]],
  ])('%s %p', (operator, values, expected) => {
    expect(found('new_moment', operator, values)).toEqual(expected);
  });

  it.each<[ConditionOperator, string[], number[]]>([
    ['today', [], [5, 6, 7]],
    ['last-seven-days', [], between(3, 7)],
    ['next-x-days', ['1'], between(5, 8)],
    ['this-month', [], between(2, 9)],
    ['on-or-after', ['2026-12-01'], [10, 11]],
  ])('takes whole days for a column of days: %s %p', (operator, values, expected) => {
    expect(found('new_day', operator, values)).toEqual(expected);
  });

  it.each<[ConditionOperator, string[], number, string]>([
    ['this-fiscal-year', [], 501, 'this-fiscal-year'],
    ['last-x-days', ['0'], 400, 'greater than zero'],
    ['eq', ['someday'], 400, "'someday'"],
    ['someday', [], 400, "operator 'someday' is not valid"],
  ])('refuses %s %p with %d', (operator, values, status, message) => {
    expect(() => found('new_moment', operator, values)).toThrow(
      expect.objectContaining({ status, message: expect.stringContaining(message) }) as unknown as Error,
    );
  });

  it('refuses a date operator on another column', () => {
    expect(() => found('new_year', 'today', [])).toThrow(
      expect.objectContaining({ status: 400 }) as unknown as Error,
    );
  });
});
