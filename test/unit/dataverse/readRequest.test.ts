import { describe, expect, it } from '@jest/globals';
import {
  alternateKey,
  collectionRequest,
  rowRequest,
} from '../../../plugins/dataverse/transport/readRequest.js';

describe('a read as dynamics-web-api takes it', () => {
  it.each<[string, Record<string, string>, string]>([
    ['a plain value', { inv_codehash: 'ab12' }, "inv_codehash='ab12'"],
    ['several parts', { a: '1', b: '2' }, "a='1',b='2'"],
    ['a quote', { k: "O'Hara" }, "k='O''Hara'"],
    ['what would end the address', { k: 'a/b&c#d?e,f' }, "k='a%2Fb%26c%23d%3Fe%2Cf'"],
    ['letters beyond ASCII', { k: 'Zoë' }, "k='Zo%C3%AB'"],
    ['a percent sign', { k: '100%' }, "k='100%25'"],
    ['a double quote', { k: 'say "hi"' }, "k='say%20%22hi%22'"],
    [
      'the id of a look-up',
      { _owner_value: '5e7f1c3a-0000-4000-8000-000000000001' },
      '_owner_value=5e7f1c3a-0000-4000-8000-000000000001',
    ],
  ])('writes a key with %s', (_name, key, expected) => {
    expect(alternateKey(key)).toBe(expected);
  });

  it('encodes $expand and $orderby, which the client would send as they are', () => {
    const request = collectionRequest({
      set: 'accounts',
      orderBy: ['name desc', 'createdon'],
      expand: ["primarycontactid($select=fullname;$filter=lastname eq 'A&B #1+1')"],
    });
    expect(request.queryParams).toEqual([
      '$orderby=name%20desc,createdon',
      "$expand=primarycontactid($select=fullname;$filter=lastname%20eq%20'A%26B%20%231%2B1')",
    ]);
  });

  it('passes the rest on and adds nothing', () => {
    const read = { set: 'contacts', select: ['fullname'], filter: "lastname eq 'X'", top: 3, pageSize: 50 };
    expect(collectionRequest(read)).toEqual({
      collection: 'contacts',
      select: ['fullname'],
      filter: "lastname eq 'X'",
      top: 3,
      maxPageSize: 50,
      queryParams: [],
    });
    expect(rowRequest({ set: 'contacts' }, 'an-id')).toEqual({
      collection: 'contacts',
      key: 'an-id',
      select: undefined,
      queryParams: [],
    });
  });
});
