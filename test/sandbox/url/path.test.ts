import { describe, expect, it } from '@jest/globals';
import { parsePath, type Segment } from '../../../sandbox/dataverse/webapi/url/path.js';

const id = 'a1b2c3d4-0000-4000-8000-00000000000f';

/** Segments as plain data, so that a table can state them. */
function plain(segments: readonly Segment[]) {
  return segments.map(({ name, qualified, key, arguments: parameters }) => ({
    name,
    ...(qualified ? { qualified } : {}),
    ...(key === undefined ? {} : { key: key.kind === 'id' ? key.id : Object.fromEntries(key.parts) }),
    ...(parameters === undefined || key !== undefined ? {} : { arguments: Object.fromEntries(parameters) }),
  }));
}

describe('a resource path', () => {
  it.each([
    ['contacts', [{ name: 'contacts' }]],
    ['/contacts/', [{ name: 'contacts' }]],
    [`contacts(${id})`, [{ name: 'contacts', key: id }]],
    [`contacts({${id.toUpperCase()}})`, [{ name: 'contacts', key: id }]],
    [
      `contacts(%7B${id}%7D)/fullname/$value`,
      [{ name: 'contacts', key: id }, { name: 'fullname' }, { name: '$value' }],
    ],
    [`contacts(contactid=${id})`, [{ name: 'contacts', key: { contactid: id } }]],
    [
      "roles(name='O''Neil',code='a/b')/$ref",
      [{ name: 'roles', key: { name: "O'Neil", code: 'a/b' } }, { name: '$ref' }],
    ],
    ["keys(k='a%2Fb%26c%23d%2C%27%27%C3%A9')", [{ name: 'keys', key: { k: "a/b&c#d,'é" } }]],
    ["keys(k='50%25',n=7)", [{ name: 'keys', key: { k: '50%', n: '7' } }]],
    [`keys(_parentid_value=${id},k='x')`, [{ name: 'keys', key: { _parentid_value: id, k: 'x' } }]],
    ['WhoAmI()', [{ name: 'WhoAmI', arguments: {} }]],
    [
      `contacts(${id})/Microsoft.Dynamics.CRM.Do(P=@p1,Q='x')?@p1={'@odata.id':'a(1)'}`,
      [
        { name: 'contacts', key: id },
        { name: 'Do', qualified: true, arguments: { P: "{'@odata.id':'a(1)'}", Q: "'x'" } },
      ],
    ],
    [`contacts(@p)?@p=${id}`, [{ name: 'contacts', key: id }]],
  ])('%s', (url, segments) => {
    expect(plain(parsePath(url).segments)).toEqual(segments);
  });

  it('decodes query options after splitting them, with + as a space', () => {
    const { options } = parsePath("contacts?$filter=name+eq+'a%26b%2B%3D'&%24top=3&flag&@p=1");
    expect([...options]).toEqual([
      ['$filter', "name eq 'a&b+='"],
      ['$top', '3'],
      ['flag', ''],
      ['@p', '1'],
    ]);
  });

  it.each([
    ['contacts(', 'an open parenthesis'],
    ['contacts(abc)', 'a key that is neither GUID nor named'],
    ["contacts(a='1',a='2')", 'a column twice'],
    ['contacts?$filter=%zz', 'a broken escape'],
    ['contacts?$top=1&$top=2', 'an option twice'],
  ])('refuses %s: %#', (url) => {
    expect(() => parsePath(url)).toThrow(expect.objectContaining({ status: 400 }) as unknown as Error);
  });
});
