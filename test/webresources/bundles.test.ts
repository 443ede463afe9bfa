import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { staleFiles } from '../../scripts/build/files.js';
import { filesOf } from '../../scripts/build/webResourceFiles.js';
import { webResources } from '../../scripts/build/webResources.js';
import type { WebResource } from '../../scripts/build/webResource.js';
import { shipped, webResourceFolder } from './sources.js';

const exported = [
  ['contact', 'Contact', ['createGroupInvitation', 'createInvitation', 'createInvitationForEach']],
  ['invitation', 'Invitation', ['revoke', 'send', 'sendAgain', 'sendSelected']],
  ['invitation_form', 'InvitationForm', ['onLoad', 'onSave']],
] as const;
const names = exported.map(([name]): [string] => [name]);
const script = (name: string): string => readFileSync(shipped(`inv_/js/${name}.js`), 'utf8');

describe('scripts', () => {
  it('live side by side under one global name, and give it their functions alone', () => {
    const page = createContext({});
    for (const [name] of exported) runInContext(script(name), page);
    const globals = Object.keys(page);
    expect(globals).toEqual(['Inv']);
    for (const [, member, functions] of exported) {
      const found: unknown = runInContext(`Object.keys(Inv.${member}).sort().join()`, page);
      expect(found).toBe(functions.join());
    }
  });

  it.each(names)('%s.js is strict from its first word, and evaluates no text', (name) => {
    expect(script(name)).toMatch(/^"use strict";/);
    expect(script(name)).not.toMatch(/\beval\(|new Function|sourceMappingURL/);
  });
});

describe('the build', () => {
  let built: readonly WebResource[];
  beforeAll(async () => {
    built = await webResources(webResourceFolder);
  });

  it('makes the same bytes each time', async () => {
    expect(filesOf(await webResources(webResourceFolder))).toEqual(filesOf(built));
  });

  it('notices what is missing, stale or left over', () => {
    const files = new Map(filesOf(built));
    files.delete('inv_/icons/send.svg');
    files.set('inv_/js/contact.js', '');
    files.set('inv_/js/other.js', '');
    expect(staleFiles(shipped(''), files)).toEqual([
      'inv_/js/contact.js is stale',
      'inv_/js/other.js is missing',
      'inv_/icons/send.svg is no longer built',
    ]);
  });
});
