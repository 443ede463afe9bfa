import type { Element } from '@xmldom/xmldom';
import type { AlternateKey } from '../model.js';
import type { TableDefinition } from '../solution.js';
import { settingsFrom } from '../tableSettings.js';
import { attributeOf, childOf, childrenOf, flagOf, labelsOf, numberOf, readXml, textOf } from '../xml.js';
import { readColumn } from './readColumn.js';

/** A table: `Entities/<name>/Entity.xml`. Throws Error naming the file when it has no name or two primary names. */
export function readTable(file: string): TableDefinition {
  const root = readXml(file);
  const entity = childOf(childOf(root, 'EntityInfo'), 'entity');
  const schemaName = (entity && attributeOf(entity, 'Name')) ?? textOf(root, 'Name');
  if (root.nodeName !== 'Entity' || schemaName === undefined)
    throw new Error(`${file}: no Entity with a Name.`);
  const attributes = childrenOf(childOf(entity, 'attributes'), 'attribute');
  const columns = attributes.map((attribute) => readColumn(attribute, file));
  const objectTypeCode = numberOf(root, 'ObjectTypeCode');
  const ownership = readOwnership(entity);
  const setName = textOf(entity, 'EntitySetName');
  const primaryId = columns.find(({ type }) => type === 'primarykey')?.logicalName;
  const primaryName = readPrimaryName(attributes, file);
  const icon = textOf(entity, 'IconVectorName');
  const color = textOf(entity, 'EntityColor');
  return {
    logicalName: schemaName.toLowerCase(),
    schemaName,
    ...(setName === undefined ? {} : { setName }),
    ...(primaryId === undefined ? {} : { primaryId }),
    ...(primaryName === undefined ? {} : { primaryName }),
    ...(ownership === undefined ? {} : { ownership }),
    isActivity: flagOf(entity, 'IsActivity', false),
    changeTracking: flagOf(entity, 'ChangeTrackingEnabled', false),
    hasActivities: flagOf(entity, 'HasRelatedActivities', false),
    hasNotes: flagOf(entity, 'HasRelatedNotes', false),
    ...(objectTypeCode === undefined ? {} : { objectTypeCode }),
    ...(icon === undefined ? {} : { icon }),
    ...(color === undefined ? {} : { color }),
    columns,
    settings: settingsFrom(({ element, byDefault }) => flagOf(entity, element, byDefault)),
    keys: childrenOf(childOf(entity, 'EntityKeys'), 'EntityKey').map((key) => readKey(key, file)),
    labels: labelsOf(entity, 'LocalizedNames'),
    collectionLabels: labelsOf(entity, 'LocalizedCollectionNames'),
    descriptions: labelsOf(entity, 'Descriptions'),
  };
}

function readOwnership(entity: Element | undefined): TableDefinition['ownership'] {
  const mask = textOf(entity, 'OwnershipTypeMask');
  if (mask === undefined) return undefined;
  return mask === 'UserOwned' ? 'user' : mask === 'OrgOwned' ? 'organization' : 'none';
}

/** The column whose DisplayMask holds `PrimaryName`. */
function readPrimaryName(attributes: readonly Element[], file: string): string | undefined {
  const named = attributes.filter((attribute) =>
    textOf(attribute, 'DisplayMask')?.split('|').includes('PrimaryName'),
  );
  if (named.length > 1) throw new Error(`${file}: more than one column is the primary name.`);
  const [attribute] = named;
  return (
    attribute &&
    (textOf(attribute, 'LogicalName') ?? attribute.getAttribute('PhysicalName') ?? '').toLowerCase()
  );
}

function readKey(key: Element, file: string): AlternateKey {
  const schemaName = textOf(key, 'Name') ?? attributeOf(key, 'Name');
  const columns = childrenOf(childOf(key, 'EntityKeyAttributes'), 'AttributeName');
  if (schemaName === undefined || columns.length === 0)
    throw new Error(`${file}: a key needs a Name and columns.`);
  return {
    logicalName: (textOf(key, 'LogicalName') ?? schemaName).toLowerCase(),
    schemaName,
    columns: columns.map((column) => (column.textContent ?? '').trim().toLowerCase()),
    labels: labelsOf(key, 'displaynames'),
  };
}
