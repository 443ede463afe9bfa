import type { FormControl } from './formDefinition.js';

/** Class ids of controls that are no field ("FormXml: control element"). */
const kinds: Readonly<Record<string, FormControl['kind']>> = {
  'e7a81278-8635-4d9e-8d4d-59480b391c5b': 'subgrid',
  '5c5600e0-1d6e-4205-a272-be80da87fd42': 'quickform',
  '06375649-c143-495e-a496-c962e5b4488e': 'timeline',
  '9fdf5f91-88b1-47f4-ad53-c11efc01a01d': 'webresource',
};

/** Class ids of the controls that show a column. The column's type says how it is drawn. */
const fields: ReadonlySet<string> = new Set([
  '4273edbd-ac1d-40d3-9fb2-095c621b552d', // text
  'e0dece4b-6fc8-4a8f-a065-082708572369', // text area
  'ada2203e-b4cd-49be-9ddf-234642b43b52', // email address
  '71716b6c-711e-476c-8ab8-5d11542bfb47', // URL
  '8c10015a-b339-4982-9474-a95fe05631a5', // phone
  '1e1fc551-f7a8-43af-ac34-a8dc35c7b6d4', // ticker symbol
  '270bd3db-d9af-4782-9025-509e298dec0a', // lookup, customer, owner
  'f3015350-44a2-4aa0-97b5-00166532b5e9', // regarding
  'cbfb742c-14e7-4a17-96bb-1a13f7f64aa2', // party list
  '5b773807-9fb2-42db-97c3-7a91eff8adff', // date and time
  '3ef39988-22bb-4f0b-bbbe-64b5a3748aee', // choice, state
  '5d68b988-0661-4db2-bc3e-17598ad3be6c', // status reason
  '4aa28ab7-9c13-4f57-a73d-ad894d048b5f', // choices
  '67fac785-cd58-4f9f-abb3-4b7ddc6ed5ed', // two options, as buttons
  'b0c6723a-8503-4fd7-bb28-c8a06ac933c2', // two options, as a check box
  'c6d124ca-7eda-4a60-aea9-7fb8d318b68f', // whole number
  'aa987274-ce4e-4271-a803-66164311a958', // duration
  '671a9387-ca5a-4d1e-8ab7-06e39ddcf6b5', // language
  '7c624a0b-f59e-493d-9583-638d34759266', // time zone
  'c3efe0c3-0ec6-42be-8349-cbd9079dfd8e', // decimal
  '0d2c745a-e5a8-4c8f-ba63-c6d3bb604660', // floating point
  '533b9e00-756b-4312-95a0-dc888637ac78', // money
]);

/**
 * What a control is, by its class id.
 *
 * @param classId a GUID in lower case, without braces
 * @param hasColumn whether it is bound to a column of the table; some that are show something else: a quick view form
 */
export function controlKind(classId: string, hasColumn: boolean): FormControl['kind'] {
  const kind = kinds[classId];
  if (kind !== undefined) return kind;
  return hasColumn && fields.has(classId) ? 'field' : 'unsupported';
}
