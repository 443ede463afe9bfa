import { describe, expect, it } from '@jest/globals';
import { createSeal } from '../../../plugins/doors/sealed/seal.js';

const [first, second] = ['first secret of thirty-two letters!', 'second secret of thirty-two letters'];
const having = (...secrets: readonly string[]) => ({ secrets, url: 'https://invite.contoso.example' });
let moment = Date.UTC(2026, 10, 23, 12);
const now = () => new Date(moment);
const later = (seconds: number): void => {
  moment += seconds * 1000;
};

describe('what is sealed', () => {
  it('is opened by every service that has the secret', async () => {
    const sealed = await createSeal(having(first), now).seal('journey', { code: 'thecode' }, 60);
    expect(sealed).not.toContain('thecode');
    expect(await createSeal(having(first), now).open('journey', sealed)).toEqual({ code: 'thecode' });
  });

  it('is opened while the secret is being replaced, and sealed with the new one', async () => {
    const old = await createSeal(having(first), now).seal('journey', { code: 'a' }, 60);
    const both = createSeal(having(second, first), now);
    expect(await both.open('journey', old)).toEqual({ code: 'a' });
    const sealed = await both.seal('journey', { code: 'b' }, 60);
    expect(await createSeal(having(second), now).open('journey', sealed)).toEqual({ code: 'b' });
    expect(await createSeal(having(first), now).open('journey', sealed)).toBeUndefined();
  });

  it('for one purpose is not opened for another', async () => {
    const seal = createSeal(having(first), now);
    const sealed = await seal.seal('journey', { subject: 'somebody' }, 60);
    expect(await seal.open('visitor', sealed)).toBeUndefined();
  });

  it('at one site is not opened at another that has the same secret', async () => {
    const sealed = await createSeal(having(first), now).seal('visitor', { subject: 'somebody' }, 60);
    const other = createSeal({ secrets: [first], url: 'https://test.contoso.example' }, now);
    expect(await other.open('visitor', sealed)).toBeUndefined();
  });

  it('is not opened after its time', async () => {
    const seal = createSeal(having(first), now);
    const sealed = await seal.seal('journey', {}, 60);
    later(59);
    expect(await seal.open('journey', sealed)).toEqual({});
    later(2);
    expect(await seal.open('journey', sealed)).toBeUndefined();
  });

  it('is not opened when a character of it was changed', async () => {
    const seal = createSeal(having(first), now);
    const sealed = await seal.seal('journey', { code: 'thecode' }, 60);
    const parts = sealed.split('.');
    const changed = [2, 3, 4].map((at) =>
      parts.map((part, index) => (index === at ? flipped(part) : part)).join('.'),
    );
    for (const one of [...changed, '', 'nonsense', 'eyJhbGciOiJub25lIn0.e30.']) {
      expect(await seal.open('journey', one)).toBeUndefined();
    }
    expect(await seal.open('journey', undefined)).toBeUndefined();
  });
});

/** Another first character: the last one of base64url may hold no bits. */
const flipped = (part: string): string => (part.startsWith('A') ? 'B' : 'A') + part.slice(1);
