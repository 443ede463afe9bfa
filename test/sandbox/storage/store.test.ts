import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createCatalogue } from '../../../sandbox/dataverse/metadata/createCatalogue.js';
import { rememberedSolution } from '../../../sandbox/dataverse/metadata/read/rememberedSolution.js';
import type { ColumnValue } from '../../../sandbox/dataverse/storage/columns.js';
import { quote, tableName, toStored } from '../../../sandbox/dataverse/storage/columns.js';
import { openStore } from '../../../sandbox/dataverse/storage/openStore.js';
import type { SqlValue, Store } from '../../../sandbox/dataverse/storage/store.js';
import { UniqueViolation } from '../../../sandbox/dataverse/storage/uniqueViolation.js';
import { baseFolder, exportedFolder } from '../metadata/folders.js';

const base = rememberedSolution(baseFolder);
const catalogue = createCatalogue([base, rememberedSolution(exportedFolder)]);
const project = catalogue.table('new_project');

function insert(store: Store, values: Readonly<Record<string, ColumnValue>>): void {
  const row = Object.entries(values).reduce<Record<string, SqlValue>>((stored, [name, value]) => {
    const column = project.columns.get(name);
    if (column === undefined) throw new Error(`no column ${name}`);
    return { ...stored, ...toStored(column, value) };
  }, {});
  const names = Object.keys(row);
  store.run(
    `INSERT INTO ${tableName(project)} (${names.map(quote).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    Object.values(row),
  );
}

const count = (store: Store) => store.one('SELECT count(*) AS n FROM new_project')?.['n'];

describe('a store in memory', () => {
  let store: Store;
  beforeEach(() => {
    store = openStore(catalogue);
  });
  afterEach(() => {
    store.close();
  });

  it('gives rows back as they were stored, and nothing else', () => {
    insert(store, { new_projectid: 'A', new_name: 'José', new_effort: 3, new_day: '2026-01-31' });
    expect(
      store.one(
        'SELECT new_projectid, new_name, "new_name$fold", new_effort, new_day, new_contactid FROM new_project',
      ),
    ).toEqual({
      new_projectid: 'a',
      new_name: 'José',
      new_name$fold: 'jose',
      new_effort: 3,
      new_day: '2026-01-31',
      new_contactid: null,
    });
    expect(store.one('SELECT 1 FROM new_project WHERE new_projectid = ?', ['b'])).toBeUndefined();
    expect(store.all('SELECT new_effort FROM new_project WHERE new_effort > ?', [2])).toEqual([
      { new_effort: 3 },
    ]);
  });

  it('tells how many rows a statement changed', () => {
    insert(store, { new_projectid: 'a' });
    insert(store, { new_projectid: 'b' });
    expect(store.run('UPDATE new_project SET new_effort = ?', [1])).toBe(2);
    expect(store.run('DELETE FROM new_project WHERE new_projectid = ?', ['c'])).toBe(0);
  });

  it.each([true, undefined, Number.NaN, { id: 'x' }])('refuses the parameter %p by its place', (value) => {
    expect(() => store.all('SELECT ?, ?', [1, value as unknown as SqlValue])).toThrow(
      new TypeError(`Parameter 2 of 'SELECT ?, ?' is ${String(value)}; SQLite takes text, numbers and null.`),
    );
  });

  it('keeps what a transaction did, and undoes all of it when its work fails', () => {
    store.transaction(() => {
      insert(store, { new_projectid: 'a' });
    });
    expect(() =>
      store.transaction(() => {
        insert(store, { new_projectid: 'b' });
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(count(store)).toBe(1);
  });

  it('undoes a nested transaction alone', () => {
    store.transaction(() => {
      insert(store, { new_projectid: 'a' });
      expect(() =>
        store.transaction(() => {
          insert(store, { new_projectid: 'b' });
          store.transaction(() => {
            insert(store, { new_projectid: 'c' });
          });
          throw new Error('no');
        }),
      ).toThrow('no');
      insert(store, { new_projectid: 'd' });
    });
    expect(store.all('SELECT new_projectid AS id FROM new_project ORDER BY 1')).toEqual([
      { id: 'a' },
      { id: 'd' },
    ]);
  });

  it('undoes what changed beside the rows, the last change first, when a transaction fails', () => {
    const undone: string[] = [];
    const noting = (name: string) => () => {
      store.onRollback(() => undone.push(name));
    };
    store.transaction(noting('kept'));
    expect(() =>
      store.transaction(() => {
        noting('first')();
        store.transaction(noting('nested'));
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(undone).toEqual(['nested', 'first']);
  });

  it('forgets the columns of a definition that was rolled back', () => {
    insert(store, { new_projectid: 'A', new_name: 'José' });
    const columns = () => Object.keys(store.one('SELECT * FROM new_project') ?? {});
    const before = columns();
    expect(() =>
      store.transaction(() => {
        store.define(['ALTER TABLE new_project ADD COLUMN extra TEXT']);
        expect(columns()).toEqual([...before, 'extra']);
        throw new Error('rolled back');
      }),
    ).toThrow('rolled back');
    expect(columns()).toEqual(before);
  });

  it('takes defined tables back with the rest of a failed transaction', () => {
    expect(() =>
      store.transaction(() => {
        store.define(['CREATE TABLE other (id TEXT)']);
        store.run('INSERT INTO other (id) VALUES (?)', ['a']);
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(() => store.all('SELECT * FROM other')).toThrow('no such table');
  });

  it('refuses work that would go on after the transaction', () => {
    expect(() => store.transaction(() => Promise.resolve())).toThrow('A transaction is synchronous');
    expect(store.transaction(() => 1)).toBe(1);
  });

  it('hands out rising row versions, and takes back those of a failed transaction', () => {
    const first = store.nextVersion();
    expect(store.nextVersion()).toBe(first + 1);
    expect(() =>
      store.transaction(() => {
        store.nextVersion();
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(store.currentVersion()).toBe(first + 1);
  });

  it.each(['CAFÉ-1', 'café-1', 'Cafe-1', 'cafe\u0301-1'])('holds the alternate key against %s', (number) => {
    insert(store, { new_projectid: 'a', new_number: 'Café-1' });
    const again = () => {
      insert(store, { new_projectid: 'b', new_number: number });
    };
    expect(again).toThrow(UniqueViolation);
    expect(again).toThrow(expect.objectContaining({ table: 'new_project', columns: ['new_number$fold'] }));
  });

  it('lets rows without a key value live beside each other', () => {
    insert(store, { new_projectid: 'a', new_number: null });
    insert(store, { new_projectid: 'b', new_number: '' });
    expect(count(store)).toBe(2);
  });

  it('holds the primary key, and each pair of a link', () => {
    insert(store, { new_projectid: 'a' });
    expect(() => {
      insert(store, { new_projectid: 'A' });
    }).toThrow(expect.objectContaining({ columns: ['new_projectid'] }));
    const link = (id: string) =>
      store.run(
        'INSERT INTO new_project_members (new_project_membersid, new_projectid, contactid) VALUES (?, ?, ?)',
        [id, 'p', 'c'],
      );
    expect(link('1')).toBe(1);
    expect(() => link('2')).toThrow(expect.objectContaining({ columns: ['new_projectid', 'contactid'] }));
  });

  it('reports other failures of SQLite as they are', () => {
    expect(() => store.all('SELECT new_nothing FROM new_project')).toThrow(/no such column/);
  });
});

describe('a store in a file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'store-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('has its rows and versions when it is opened again', () => {
    const file = join(folder, 'data.db');
    const before = openStore(catalogue, file);
    insert(before, { new_projectid: 'a' });
    const version = before.nextVersion();
    before.close();
    const after = openStore(catalogue, file);
    expect(count(after)).toBe(1);
    expect(after.nextVersion()).toBe(version + 1);
    after.close();
  });

  it('is synced at every commit, through a write-ahead log', () => {
    const store = openStore(catalogue, join(folder, 'data.db'));
    expect(store.one('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
    expect(store.one('PRAGMA synchronous')).toEqual({ synchronous: 2 });
    store.close();
  });

  it('gets the tables and columns that a newer solution adds', () => {
    const file = join(folder, 'data.db');
    const before = openStore(createCatalogue([base]), file);
    before.run('INSERT INTO contact (contactid, lastname) VALUES (?, ?)', ['a', 'Doe']);
    before.close();
    const after = openStore(catalogue, file);
    expect(after.one('SELECT lastname, new_badge FROM contact')).toEqual({
      lastname: 'Doe',
      new_badge: null,
    });
    expect(count(after)).toBe(0);
    after.close();
  });
});
