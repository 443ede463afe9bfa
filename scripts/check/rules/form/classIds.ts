import { guid } from '../../../solution/xml.js';
import { below, value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';

const text = [
  '4273edbd-ac1d-40d3-9fb2-095c621b552d', // single line
  'ada2203e-b4cd-49be-9ddf-234642b43b52', // email address
  '71716b6c-711e-476c-8ab8-5d11542bfb47', // URL
  '8c10015a-b339-4982-9474-a95fe05631a5', // phone
  '1e1fc551-f7a8-43af-ac34-a8dc35c7b6d4', // ticker symbol
];
const textArea = 'e0dece4b-6fc8-4a8f-a065-082708572369';
const lookup = '270bd3db-d9af-4782-9025-509e298dec0a';
const regarding = 'f3015350-44a2-4aa0-97b5-00166532b5e9';
const quickView = '5c5600e0-1d6e-4205-a272-be80da87fd42';
const choice = '3ef39988-22bb-4f0b-bbbe-64b5a3748aee';

/** Class ids of the controls that show a column, by its type ("FormXml: control element"). */
const byType: Readonly<Record<string, readonly string[]>> = {
  nvarchar: [...text, textArea],
  ntext: [textArea],
  lookup: [lookup, regarding, quickView],
  customer: [lookup, quickView],
  owner: [lookup],
  partylist: ['cbfb742c-14e7-4a17-96bb-1a13f7f64aa2'],
  datetime: ['5b773807-9fb2-42db-97c3-7a91eff8adff'],
  picklist: [choice],
  state: [choice],
  status: ['5d68b988-0661-4db2-bc3e-17598ad3be6c'],
  multiselectpicklist: ['4aa28ab7-9c13-4f57-a73d-ad894d048b5f'],
  bit: ['67fac785-cd58-4f9f-abb3-4b7ddc6ed5ed', 'b0c6723a-8503-4fd7-bb28-c8a06ac933c2'],
  // Whole number, duration, language, time zone.
  int: [
    'c6d124ca-7eda-4a60-aea9-7fb8d318b68f',
    'aa987274-ce4e-4271-a803-66164311a958',
    '671a9387-ca5a-4d1e-8ab7-06e39ddcf6b5',
    '7c624a0b-f59e-493d-9583-638d34759266',
  ],
  decimal: ['c3efe0c3-0ec6-42be-8349-cbd9079dfd8e'],
  float: ['0d2c745a-e5a8-4c8f-ba63-c6d3bb604660'],
  money: ['533b9e00-756b-4312-95a0-dc888637ac78'],
};

/** Controls of no column: subgrid, timeline, web resource, page. */
const ofNoColumn: ReadonlySet<string> = new Set([
  'e7a81278-8635-4d9e-8d4d-59480b391c5b',
  '06375649-c143-495e-a496-c962e5b4488e',
  '9fdf5f91-88b1-47f4-ad53-c11efc01a01d',
  'fd2a7985-3187-444e-908d-6624b21f69c0',
]);

/** A control is one that there is, and a field's can show the type of its column. */
export const classIds: Rule = {
  name: 'form/classIds',
  look: ({ forms, tables }) =>
    forms.flatMap(({ file, table, element }) =>
      below(element, 'control').map((control) => {
        const column = tables.get(table)?.columns.get(value(control, 'datafieldname'));
        const id = guid(value(control, 'classid'));
        if (column === undefined)
          return {
            file,
            problem: ofNoColumn.has(id)
              ? undefined
              : `Control ${value(control, 'id')} has no column, and the classid ${id || '(none)'}, which is none of a subgrid, a timeline, a web resource or a page. Correct it.`,
          };
        const fitting = byType[column.type] ?? [];
        return {
          file,
          problem: fitting.includes(id)
            ? undefined
            : `Control ${value(control, 'id')} has the classid ${value(control, 'classid')}, which cannot show ${column.name} (${column.type}). ${advice(fitting)}`,
        };
      }),
    ),
};

const advice = ([first]: readonly string[]): string =>
  first === undefined
    ? 'No control shows a column of this type; remove the cell.'
    : `Write {${first.toUpperCase()}}.`;
