import { basename, dirname, join } from 'node:path';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { staleFiles, type Files } from '../../scripts/build/files.js';
import { project } from '../../scripts/command/project.js';
import { pageScript } from '../../scripts/powerPages/pageScript.js';
import { exampleSite } from '../../scripts/powerPages/site.js';
import { siteFiles } from '../../scripts/powerPages/siteFiles.js';
import { fillTemplate } from '../../scripts/powerPages/template.js';
import { readTexts } from '../../scripts/powerPages/texts.js';
import { redemptionRequest } from '../../solution/schema.js';
import { readShippedSite, shippedFolder, type SiteRecord } from './site/shippedSite.js';

const source = join(project, 'solution/power-pages');
const site = readShippedSite();
const paths = [...site.files.keys()];
const recordsOf = (path: string): readonly SiteRecord[] =>
  [parse(site.files.get(path) ?? '') as SiteRecord | readonly SiteRecord[]].flat();
const records = paths.filter((path) => path.endsWith('.yml')).map((path) => [path, recordsOf(path)] as const);
const languages = ['en-US', 'de-DE', 'fr-FR', 'es-ES'] as const;

/** Column of a record's own id, by the ending of its file. */
const ownId: Readonly<Record<string, string>> = {
  'webtemplate.yml': 'adx_webtemplateid',
  'pagetemplate.yml': 'adx_pagetemplateid',
  'webpage.yml': 'adx_webpageid',
  'tablepermission.yml': 'adx_entitypermissionid',
  'columnpermissionprofile.yml': 'adx_columnpermissionprofileid',
  'columnpermission.yml': 'adx_columnpermissionid',
  'contentsnippet.yml': 'adx_contentsnippetid',
  'sitesetting.yml': 'adx_sitesettingid',
};
const kindOf = (path: string): string => basename(path).split('.').slice(-2).join('.');
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const ofTheSite = /^ID_OF_[A-Z_]+$/;

describe('what is shipped', () => {
  let built: Files;
  beforeAll(async () => {
    built = await siteFiles(source, exampleSite);
  });

  it('is what is built', () => expect(staleFiles(shippedFolder, built)).toEqual([]));

  it('is built the same each time', async () => {
    expect(await siteFiles(source, exampleSite)).toEqual(built);
  });
});

describe('records', () => {
  it.each(records)('%s are of a kind that pac knows, with columns in its order', (path, found) => {
    expect(Object.keys(ownId)).toContain(kindOf(path));
    for (const record of found) {
      expect(Object.keys(record)).toEqual(Object.keys(record).sort());
      for (const name of Object.keys(record)) expect(name).toMatch(/^adx_/);
    }
  });

  it('have ids of their own, each once', () => {
    const ids = records.flatMap(([path, found]) =>
      found.map((record) => String(record[ownId[kindOf(path)] ?? ''])),
    );
    for (const id of ids) expect(id).toMatch(guid);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('point to each other, or to what every site has', () => {
    const ids = new Set(
      records.flatMap(([path, found]) => found.map((record) => String(record[ownId[kindOf(path)] ?? '']))),
    );
    const pointers = records.flatMap(([path, found]) =>
      found.flatMap((record) =>
        Object.entries(record)
          .filter(([name]) => name !== ownId[kindOf(path)] && /id$|_webrole$/.test(name))
          .flatMap(([name, value]) => [value].flat().map((id) => [path, name, String(id)] as const)),
      ),
    );
    expect(pointers.length).toBeGreaterThan(20);
    for (const [path, name, id] of pointers) {
      expect([path, name, id, ids.has(id) || ofTheSite.test(id)]).toEqual([path, name, id, true]);
    }
  });

  it('lie in files that are called after them, as pac calls them', () => {
    for (const [path, [record = {}]] of records) {
      if (path === 'sitesetting.yml') continue;
      const name = record['adx_profilename'] ?? record['adx_entityname'] ?? record['adx_name'];
      const stem = basename(path).split('.')[0] ?? '';
      if (kindOf(path) === 'columnpermission.yml') continue;
      const named = kindOf(path) === 'pagetemplate.yml' ? record['adx_name'] : name;
      expect([path, stem]).toEqual([path, String(named).replace(/[ /]/g, '-')]);
      if (!/^(page-templates|table-permissions)\//.test(path) && !path.includes('/content-pages/')) {
        expect(basename(dirname(path))).toBe(stem.toLowerCase());
      }
    }
  });

  it('of a page are a root and one for each language, alike but for what is their own', () => {
    const pages = site.records('.webpage.yml');
    const [root] = pages.filter((page) => page['adx_isroot'] === true);
    const localized = pages.filter((page) => page['adx_isroot'] === false);
    expect(localized).toHaveLength(languages.length);
    for (const page of localized) {
      expect(page['adx_rootwebpageid']).toBe(root?.['adx_webpageid']);
      for (const shared of [
        'adx_partialurl',
        'adx_parentpageid',
        'adx_pagetemplateid',
        'adx_publishingstateid',
      ]) {
        expect(page[shared]).toBe(root?.[shared]);
      }
    }
    expect(new Set(localized.map((page) => page['adx_webpagelanguageid'])).size).toBe(languages.length);
    expect(new Set(localized.map((page) => page['adx_title'])).size).toBe(languages.length);
  });
});

describe('rights', () => {
  const entity = readFileSync(
    join(project, `solution/src/Entities/${redemptionRequest.name}/Entity.xml`),
    'utf8',
  );
  const columns = site.settings.get(`Webapi/${redemptionRequest.name}/fields`)?.split(',') ?? [];

  it('are for columns that the table has, and for three of them', () => {
    for (const column of columns) expect(entity).toContain(`<attribute PhysicalName="${column}">`);
    expect(columns).toEqual(['inv_code', 'inv_contactid', 'inv_outcome']);
    expect(site.records('.columnpermission.yml').map((column) => column['adx_columnname'])).toEqual(columns);
  });

  it('go by the relationship that the solution has for the contact of a request', () => {
    const [permission] = site
      .records('.tablepermission.yml')
      .filter((record) => record['adx_entitylogicalname'] === redemptionRequest.name);
    const relationship = String(permission?.['adx_contactrelationship']);
    const contact = readFileSync(join(project, 'solution/src/Other/Relationships/Contact.xml'), 'utf8');
    const [, text = ''] = contact.split(`<EntityRelationship Name="${relationship}">`);
    expect(text).toContain('<ReferencingAttributeName>inv_contactid</ReferencingAttributeName>');
    expect(text.indexOf(redemptionRequest.name)).toBeLessThan(text.indexOf('</EntityRelationship>'));
  });

  it('are for signed-in people alone, and let nobody change or delete', () => {
    for (const permission of site.records('.tablepermission.yml')) {
      expect(permission).toMatchObject({
        adx_write: false,
        adx_delete: false,
        adx_entitypermission_webrole: [exampleSite.authenticatedRoleId],
      });
    }
  });
});

describe('the template', () => {
  const used = [
    ...new Set([...site.template.matchAll(/snippets\["([^"]+)"\]/g)].map(([, name]) => name ?? '')),
  ];
  const script = /<script>\{% raw %\}([\s\S]*)\{% endraw %\}<\/script>/.exec(site.template)?.[1] ?? '';

  it.each(languages)('has all of its texts in %s, and no text is left over', (language) => {
    const texts = site.snippets(language);
    expect(Object.keys(texts).sort()).toEqual([...used].sort());
    for (const text of Object.values(texts)) expect(text).toMatch(/^\S.*\S$/);
  });

  it('says nothing twice in the same words where languages differ', () => {
    const [english, ...others] = languages.map((language) => site.snippets(language));
    for (const texts of others) {
      for (const name of used) expect([name, texts[name]]).not.toEqual([name, english?.[name]]);
    }
  });

  it('has a text for each outcome', () => {
    for (const outcome of Object.values(redemptionRequest.outcome)) {
      expect(site.template).toContain(`data-outcome-${outcome}=`);
    }
  });

  it('has one small script, which needs no policy but a nonce, and builds no markup from text', () => {
    expect(script.length).toBeGreaterThan(1000);
    expect(Buffer.byteLength(script)).toBeLessThanOrEqual(10_000);
    expect(site.template.match(/<script/g)).toHaveLength(1);
    expect(site.template.replace(script, '')).not.toMatch(/\son\w+=|\sstyle=|<style|javascript:/i);
    expect(script).not.toMatch(
      /innerHTML|outerHTML|insertAdjacent|document\.write|\beval\(|new Function|localStorage|\.cookie/,
    );
  });

  it('never has Liquid write what came with the address', () => {
    const liquid = [...site.template.replace(script, '').matchAll(/\{[{%].*?[}%]\}/g)].map(([tag]) => tag);
    const expressions = liquid.map((tag) => tag.replace(/"[^"]*"/g, '""'));
    expect(expressions.filter((expression) => /request|params/.test(expression))).toEqual([]);
    const outputs = expressions.filter((expression) => expression.startsWith('{{'));
    expect(outputs.length).toBeGreaterThan(20);
    expect(outputs.filter((expression) => !expression.endsWith('| escape }}'))).toEqual([]);
  });
});

describe('the build refuses', () => {
  it.each([
    ['a text with a quotation mark', 'en:\n  title: Say "yes"'],
    ['a text with markup', 'en:\n  title: <b>Yes</b>'],
    ['a language that lacks a text', 'en:\n  title: Yes\n  more: More\nde:\n  title: Ja'],
    ['a language that is none', 'english:\n  title: Yes'],
  ])('%s', (_, yaml) => {
    expect(() => readTexts(yaml)).toThrow('texts.yaml');
  });

  it('a template that asks for a text nobody wrote', () => {
    const [texts = {}] = readTexts(readFileSync(join(source, 'source/texts.yaml'), 'utf8')).values();
    expect(() => fillTemplate('[[text missing]]', texts, '')).toThrow('lacks the text missing');
  });

  it('a script that would end the template it stands in', async () => {
    const entry = join(project, 'test/powerPages/site/endsTheTemplate.js');
    await expect(pageScript(entry)).rejects.toThrow('cannot stand in a Liquid template');
  });
});
