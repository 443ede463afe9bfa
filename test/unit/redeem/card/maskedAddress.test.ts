import { expect, it } from '@jest/globals';
import { maskedAddress } from '../../../../plugins/redeem/card/maskedAddress.js';

it.each([
  ['charles@contoso.example', 'c…s@contoso.example'],
  ['anna@contoso.example', 'a…a@contoso.example'],
  ['ann@contoso.example', 'a…@contoso.example'],
  ['al@contoso.example', 'a…@contoso.example'],
  ['a@contoso.example', '…@contoso.example'],
  [' "odd@name"@contoso.example ', '"…"@contoso.example'],
  ['😀nna@contoso.example', '😀…a@contoso.example'],
  ['no address', undefined],
  ['@contoso.example', undefined],
  ['', undefined],
  [null, undefined],
])('the address %j is shown as %j', (address, shown) => {
  expect(maskedAddress(address)).toBe(shown);
});
