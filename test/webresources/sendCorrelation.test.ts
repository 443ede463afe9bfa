import { afterEach, describe, expect, it } from '@jest/globals';
import * as service from '../../plugins/invitation/ids.js';
import { sendCorrelation } from '../../webresources/rules/sendCorrelation.js';

const real = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
afterEach(() => {
  if (real !== undefined) Object.defineProperty(globalThis, 'crypto', real);
});

describe('the correlation id of a send, in the browser', () => {
  it.each([
    ['11111111-1111-4111-8111-111111111111', 1],
    ['11111111-1111-4111-8111-111111111111', 2],
    ['5531d753-95af-e711-a94e-000d3a11e605', 1],
    ['FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF', 1234567],
  ])('of %s, generation %d, is that of the service', async (id, generation) => {
    const derived = await sendCorrelation(id, generation);
    expect(derived).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(derived).toBe(service.sendCorrelation(id, generation));
  });

  it('is left out where a page is not served securely', async () => {
    Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true });
    expect(await sendCorrelation('11111111-1111-4111-8111-111111111111', 1)).toBeUndefined();
  });
});
