import { describe, expect, it } from '@jest/globals';
import {
  askId,
  identityKey,
  keptRequestId,
  linkId,
  linkIdByCode,
  newContactId,
  reportId,
} from '../../../plugins/invitation/ids.js';

const [one, other] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const ann = identityKey('https://login.contoso.example', 'ann');

describe('the key of an identity', () => {
  it('is the SHA-256 of issuer, line feed and subject, for ever', () => {
    expect(ann).toBe('6e19125df2c803805e818ea1a5d6cfd2fff27cdfd05cdb7de7ac05de27a3dbb7');
  });

  it.each([
    ['the subject in other case', 'https://login.contoso.example', 'Ann'],
    ['the issuer in other case', 'https://LOGIN.contoso.example', 'ann'],
    ['the issuer with a slash', 'https://login.contoso.example/', 'ann'],
  ])('is another for %s', (_, issuer, subject) => {
    expect(identityKey(issuer, subject)).not.toBe(ann);
  });
});

describe('derived ids', () => {
  it('stay the same for ever', () => {
    expect({
      link: linkId(ann),
      linkByCode: linkIdByCode(one),
      contact: newContactId(ann),
      request: keptRequestId('shop', 'key'),
      ask: askId(one, other, 1),
      report: reportId('redemption', one, other),
      workflow: reportId('workflow', one, other),
    }).toEqual({
      link: 'aa481c4c-84bb-527c-8ec6-da1cd372120c',
      linkByCode: '044f372c-05c6-5ba6-988d-799bac159289',
      contact: '3fa1376f-a4ff-55ed-82a7-7adb04d2b4dc',
      request: '861ceffc-8f49-518c-9208-1968ab68d966',
      ask: '16a8c1d8-ea6f-5c04-bb84-f224e7cf33bb',
      report: 'ce8c1c38-6988-5d71-a918-866a9e626fe5',
      workflow: 'd8240a2a-1f5d-56fb-b0dc-ecd07584beb8',
    });
  });

  it('tell apart what a separator or the case would not', () => {
    const ids = [
      keptRequestId('shop', 'a/b'),
      keptRequestId('shop/a', 'b'),
      keptRequestId('shop', 'A/B'),
      keptRequestId('shop","a', 'b'),
      keptRequestId('shop', 'a","b'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are those of a GUID in either case', () => {
    expect(linkIdByCode(one.toUpperCase())).toBe(linkIdByCode(one));
    expect(askId(one.toUpperCase(), other, 2)).toBe(askId(one, other, 2));
  });
});
