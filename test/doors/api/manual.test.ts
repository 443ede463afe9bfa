import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { openApiDocument } from '../../../plugins/doors/api/openApi/openApiDocument.js';
import { problemCodes, problemKinds } from '../../../plugins/doors/api/problem/problemKinds.js';
import { identity, redemption, redemptionRequest } from '../../../plugins/doors/api/schema/redemption.js';
import type { Document } from './described.js';

const manual = readFileSync('docs/api.md', 'utf8');
const rows = [...manual.matchAll(/^\| +([\d ·]+?) +\| (.+?) +\|/gm)].map(([, statuses = '', names = '']) => ({
  statuses: statuses.split(' · ').map(Number),
  codes: [...names.matchAll(/`(INV_\w+)`/g)].map(([, code]) => code),
}));

describe('docs/api.md', () => {
  it('tells every code, with its status', () => {
    expect(rows.flatMap(({ codes }) => codes).sort()).toEqual([...problemCodes].sort());
    const wrong = problemCodes.filter(
      (code) =>
        !rows.some(
          ({ codes, statuses }) => codes.includes(code) && statuses.includes(problemKinds[code].status),
        ),
    );
    expect(wrong).toEqual([]);
  });

  it('names addresses that there are', () => {
    const { paths } = openApiDocument('https://invite.contoso.com') as unknown as Document;
    const named = [...manual.matchAll(/\/api\/[a-z./]*[a-z]/g)].map(([path]) => path);
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((path) => !(path in paths))).toEqual([]);
  });

  it('names every property of a request', () => {
    const names = [...Object.keys(redemptionRequest.shape), ...Object.keys(identity.shape)];
    expect(names.filter((name) => !manual.includes(`\`${name}\``) && !manual.includes(`.${name}\``))).toEqual(
      [],
    );
  });

  it('shows an answer as it comes', () => {
    const [, json = ''] = /```json\n([^`]+)```/.exec(manual) ?? [];
    expect(redemption.parse(JSON.parse(json))).toMatchObject({ outcome: 'redeemed' });
  });
});
