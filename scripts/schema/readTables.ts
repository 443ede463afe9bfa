import { basename, join } from 'node:path';
import type { Element } from '@xmldom/xmldom';
import { entries } from '../solution/entries.js';
import type { ColumnSchema, OptionSchema, TableSchema } from './model.js';
import { children, child, isOn, label, readXml, text } from '../solution/xml.js';

/** A table, before its relationships are known. */
export type TableColumns = Omit<TableSchema, 'lookups' | 'manyToMany'>;

/** Tables of an unpacked solution: `Entities/<name>/Entity.xml`. Tables without columns, shells of other solutions, are left out. */
export function readTables(source: string): readonly TableColumns[] {
  const choices = readChoices(source);
  return entries(join(source, 'Entities'))
    .map((folder) => child(readXml(join(folder, 'Entity.xml')), 'EntityInfo', 'entity'))
    .filter((entity): entity is Element => entity !== undefined && hasColumns(entity))
    .map((entity) => readTable(entity, choices));
}

const hasColumns = (entity: Element): boolean =>
  children(child(entity, 'attributes'), 'attribute').length > 0;

type Choices = ReadonlyMap<string, readonly OptionSchema[]>;

/** Types that Dataverse gives a default, though no export says that their columns are required. */
const alwaysFilled: ReadonlySet<string> = new Set(['bit', 'status']);

function readTable(entity: Element, choices: Choices): TableColumns {
  const attributes = children(child(entity, 'attributes'), 'attribute');
  const primary = attributes.find((attribute) => text(attribute, 'Type') === 'primarykey');
  const named = attributes.find((attribute) =>
    text(attribute, 'DisplayMask').split('|').includes('PrimaryName'),
  );
  return {
    name: (entity.getAttribute('Name') ?? '').toLowerCase(),
    label: label(entity, 'LocalizedNames', 'LocalizedName'),
    description: label(entity, 'Descriptions', 'Description'),
    setName: text(entity, 'EntitySetName'),
    isActivity: isOn(entity, 'IsActivity'),
    primaryId: text(primary, 'LogicalName'),
    primaryName: text(named, 'LogicalName'),
    columns: attributes.map((attribute) => readColumn(attribute, choices)),
    keys: children(child(entity, 'EntityKeys'), 'EntityKey').map((key) => ({
      label: label(key, 'displaynames', 'displayname'),
      columns: children(child(key, 'EntityKeyAttributes'), 'AttributeName').map(
        (name) => name.textContent ?? '',
      ),
    })),
  };
}

function readColumn(attribute: Element, choices: Choices): ColumnSchema {
  const type = text(attribute, 'Type');
  const maxLength = Number(text(attribute, 'MaxLength'));
  const choice = readOptions(child(attribute, 'optionset')) ?? choices.get(text(attribute, 'OptionSetName'));
  return {
    name: text(attribute, 'LogicalName'),
    label: label(attribute, 'displaynames', 'displayname'),
    description: label(attribute, 'Descriptions', 'Description'),
    type,
    isOwn: isOn(attribute, 'IsCustomField'),
    canBeNull: !alwaysFilled.has(type) && text(attribute, 'RequiredLevel') !== 'systemrequired',
    writable: isOn(attribute, 'ValidForCreateApi') || isOn(attribute, 'ValidForUpdateApi'),
    isDateOnly: text(attribute, 'Behavior') === '2',
    ...(maxLength > 0 ? { maxLength } : {}),
    ...(choice === undefined || type === 'bit' ? {} : { choice }),
  };
}

function readChoices(source: string): Choices {
  return new Map(
    entries(join(source, 'OptionSets')).map((file) => [
      basename(file, '.xml'),
      readOptions(readXml(file)) ?? [],
    ]),
  );
}

/** Options, states and status reasons are written alike, under three names. */
function readOptions(optionset: Element | undefined): readonly OptionSchema[] | undefined {
  if (optionset === undefined) return undefined;
  const lists = [
    ['options', 'option'],
    ['states', 'state'],
    ['statuses', 'status'],
  ] as const;
  return lists
    .flatMap(([list, item]) => children(child(optionset, list), item))
    .map((option) => ({
      value: Number(option.getAttribute('value')),
      label: label(option, 'labels', 'label'),
      description: label(option, 'Descriptions', 'Description'),
    }));
}
