import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, it } from '@jest/globals';
import { systemChromium } from '../../scripts/browser/systemChromium.js';

it('finds the browser that stands first in the PATH', () => {
  const folders = [1, 2, 3].map(() => mkdtempSync(join(tmpdir(), 'path-')));
  const [, second = '', third = ''] = folders;
  const chrome = join(second, 'google-chrome');
  for (const file of [chrome, join(third, 'chromium')]) writeFileSync(file, '');
  expect(systemChromium(['', ...folders].join(delimiter))).toBe(chrome);
  for (const folder of folders) rmSync(folder, { recursive: true });
});
