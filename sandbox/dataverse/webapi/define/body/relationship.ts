import { errors } from '../../../errors.js';
import { menuBehavior, menuGroup } from '../../../metadata/associatedMenu.js';
import { cascadesFrom, cascadeTypes } from '../../../metadata/cascades.js';
import type { AssociatedMenu } from '../../../metadata/model.js';
import { optional } from '../../../metadata/optional.js';
import type { ManyToManyDefinition, OneToManyDefinition } from '../../../metadata/solution.js';
import type { JsonObject } from '../../write/jsonBody.js';
import { labelsOf, type LabelRules } from './label.js';
import { booleanOf, memberOf, numberOf, objectOf, required, textOf } from './properties.js';
import { requireCustomName } from './schemaName.js';

/** A new one-to-many relationship, from its OneToManyRelationshipMetadata, for the lookup that it is created with. */
export function newOneToMany(body: JsonObject, lookup: string, rules: LabelRules): OneToManyDefinition {
  return {
    schemaName: requireCustomName(required(textOf(body, 'SchemaName'), 'SchemaName')),
    referencedTable: required(textOf(body, 'ReferencedEntity'), 'ReferencedEntity').toLowerCase(),
    referencingTable: required(textOf(body, 'ReferencingEntity'), 'ReferencingEntity').toLowerCase(),
    referencingColumn: lookup,
    ...optional('referencingNavigation', textOf(body, 'ReferencingEntityNavigationPropertyName')),
    ...optional('referencedNavigation', textOf(body, 'ReferencedEntityNavigationPropertyName')),
    ...changeableParts(body, rules),
  };
}

/** A relationship as an update replaces it: what cascades, and how apps list the related rows. */
export function changedOneToMany(
  before: OneToManyDefinition,
  body: JsonObject,
  rules: LabelRules,
): OneToManyDefinition {
  return { ...before, ...changeableParts(body, rules, before) };
}

/** A new many-to-many relationship, from its ManyToManyRelationshipMetadata. */
export function newManyToMany(body: JsonObject, rules: LabelRules): ManyToManyDefinition {
  const schemaName = requireCustomName(required(textOf(body, 'SchemaName'), 'SchemaName'));
  const intersect = textOf(body, 'IntersectEntityName') ?? schemaName;
  return {
    schemaName,
    intersect: requireCustomName(intersect).toLowerCase(),
    first: end(body, 'Entity1', rules),
    second: end(body, 'Entity2', rules),
  };
}

/** A many-to-many relationship as an update replaces it: how apps list the related rows. */
export function changedManyToMany(
  before: ManyToManyDefinition,
  body: JsonObject,
  rules: LabelRules,
): ManyToManyDefinition {
  const changed = (side: ManyToManyDefinition['first'], name: string) => ({
    ...side,
    ...optional('menu', menuOf(body, `${name}AssociatedMenuConfiguration`, rules, side.menu)),
  });
  return { ...before, first: changed(before.first, 'Entity1'), second: changed(before.second, 'Entity2') };
}

function end(body: JsonObject, name: string, rules: LabelRules): ManyToManyDefinition['first'] {
  return {
    table: required(textOf(body, `${name}LogicalName`), `${name}LogicalName`).toLowerCase(),
    ...optional('navigation', textOf(body, `${name}NavigationPropertyName`)),
    ...optional('menu', menuOf(body, `${name}AssociatedMenuConfiguration`, rules)),
  };
}

function changeableParts(body: JsonObject, rules: LabelRules, before?: OneToManyDefinition) {
  if (booleanOf(body, 'IsHierarchical') === true) throw errors.notEmulated('hierarchical relationships');
  const configuration = objectOf(body, 'CascadeConfiguration') ?? {};
  return {
    ...cascadesFrom((action) => memberOf(cascadeTypes, textOf(configuration, action), 'CascadeType')),
    ...optional('menu', menuOf(body, 'AssociatedMenuConfiguration', rules, before?.menu)),
  };
}

function menuOf(
  body: JsonObject,
  name: string,
  rules: LabelRules,
  before?: AssociatedMenu,
): AssociatedMenu | undefined {
  const menu = objectOf(body, name);
  if (menu === undefined) return before;
  return {
    behavior: menuBehavior(textOf(menu, 'Behavior')) ?? 'UseCollectionName',
    group: menuGroup(textOf(menu, 'Group')) ?? 'Details',
    ...optional('order', numberOf(menu, 'Order')),
    labels: labelsOf(menu, 'Label', rules, before?.labels),
  };
}
