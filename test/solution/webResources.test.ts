import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { text } from '../../scripts/solution/xml.js';
import { root, source } from './source.js';

const folder = join(source, 'WebResources');
const described = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.data.xml'))
  .sort()
  .map((path) => [path.slice(0, -'.data.xml'.length), root('WebResources', path)] as const);

describe.each(described)('web resource %s', (path, description) => {
  it('is packed under a name of its own', () => {
    const id = text(description, 'WebResourceId').replace(/[{}]/g, '').toUpperCase();
    expect(text(description, 'FileName')).toBe(
      `/WebResources/${path.replace(/[/.]/g, '').slice(0, 50)}${id}`,
    );
  });
});

describe('web resources', () => {
  it('have ids of their own', () => {
    const ids = described.map(([, description]) => text(description, 'WebResourceId'));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/);
  });

  it('of scripts depend on the string table of every language, by its id', () => {
    const tables = described
      .filter(([path]) => path.endsWith('.resx'))
      .map(([path, description]) => `${path} ${text(description, 'WebResourceId')}`);
    expect(tables).toHaveLength(4);
    for (const [path, description] of described.filter(([name]) => name.endsWith('.js'))) {
      const libraries = [
        ...text(description, 'DependencyXml').matchAll(
          /<Library name="([^"]+)".*?libraryUniqueId="([^"]+)"/g,
        ),
      ].map(([, name, id]) => `${name} ${id}`);
      expect([path, libraries.sort()]).toEqual([path, tables]);
    }
  });
});
