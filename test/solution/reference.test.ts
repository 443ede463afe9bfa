import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { code, table } from '../../scripts/reference/markdown.js';
import { referenceText } from '../../scripts/reference/referenceText.js';
import { environmentVariables, invitation } from '../../solution/schema.js';

describe('docs/reference.md', () => {
  const text = referenceText('solution/src');

  it('is what the solution says; else run "npm run reference"', () => {
    expect(readFileSync('docs/reference.md', 'utf8')).toBe(text);
  });

  it('leaves no cell empty that says what a thing is for', () => {
    const lines = text.split('\n').filter((line) => /^\| [^|]+ \| `[a-z_]+` \| [^|]+ \|/i.test(line));
    expect(lines.length).toBeGreaterThan(80);
    expect(lines.filter((line) => / \|\s*\|$/.test(line))).toEqual([]);
  });

  it.each([
    ['tables', code(invitation.name)],
    ['environment variables', code(environmentVariables.siteUrl.name)],
    ['commands', code('inv.inv_invitation.Form.Send')],
    ['views', 'Invitations with Send Problems'],
    ['many-to-many relationships', code('inv_invitation_webroles')],
  ])('has the %s', (_what, name) => {
    expect(text).toContain(name);
  });
});

it('A cell of Markdown holds no bar and no line break', () => {
  expect(table(['a'], [['b|c\nd']])).toBe('| a |\n| --- |\n| b\\|c d |');
});
