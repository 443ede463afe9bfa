import { describe, expect, it } from '@jest/globals';
import { attributeProblem } from '../../../sandbox/app/client/form/model/attributeProblem.js';
import type { AttributeValue } from '../../../sandbox/app/client/values/attributeValue.js';
import { createText } from '../../../sandbox/app/client/host/createText.js';
import type { ColumnDefinition } from '../../../sandbox/app/definition/table/tableDefinition.js';
import { ticketTable } from './ticketTable.js';

const table = ticketTable();
const column = (name: string) => table.columns[name] as ColumnDefinition;
const problem = (name: string, value: AttributeValue, language = 1033) =>
  attributeProblem(column(name), value, name === 'name' ? 'required' : 'none', createText(language));

describe('What stops a value from being saved', () => {
  it.each<[string, AttributeValue, string]>([
    ['name', null, 'name: Required fields must be filled in.'],
    ['notes', 'x'.repeat(21), 'Notes: You have exceeded the maximum number of 20 characters in this field.'],
    ['email', 'ann at example', 'Enter a valid email address.'],
    ['site', 'not an address', 'Enter a valid URL.'],
    ['seats', 10, 'Enter a number between 1 and 9.'],
    ['seats', 1.5, 'Enter a whole number between 1 and 9.'],
    ['rate', -1, 'Enter a number between 0 and 100.'],
  ])('%s = %p', (name, value, message) => {
    expect(problem(name, value)).toBe(message);
  });

  it.each<[string, AttributeValue]>([
    ['notes', 'x'.repeat(20)],
    ['notes', null],
    ['email', 'ann@example.com'],
    ['site', 'https://example.com/a'],
    ['site', 'www.example.com'],
    ['seats', 1],
    ['rate', 100],
    ['level', 30],
  ])('is nothing for %s = %p', (name, value) => {
    expect(problem(name, value)).toBeUndefined();
  });

  it.each([
    [1036, 'Entrez un nombre entier compris entre 1 et 9.'],
    [1031, 'Geben Sie eine ganze Zahl zwischen 1 und 9 ein.'],
    [3082, 'Escriba un número entero entre 1 y 9.'],
  ])('is said in the language %d', (language, message) => {
    expect(problem('seats', 1.5, language)).toBe(message);
  });
});
