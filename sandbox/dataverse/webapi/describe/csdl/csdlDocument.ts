import type { Catalogue } from '../../../metadata/catalogue.js';
import type { Table } from '../../../metadata/model.js';
import { element } from './element.js';
import { baseType, entityType, isOwnership, principalType } from './entityType.js';

const prolog = '<?xml version="1.0" encoding="utf-8"?>';

/**
 * The `$metadata` document (CSDL 4.0): a type and a collection for every table. With annotations it also says which
 * collections support change tracking. Operations are not listed.
 */
export function csdlDocument(catalogue: Catalogue, annotations: boolean): string {
  const tables = [...catalogue.tables.values()];
  const container = element(
    'EntityContainer',
    { Name: 'System' },
    tables.map((table) => entitySet(catalogue, table, annotations)),
  );
  const schema = element(
    'Schema',
    { Namespace: 'Microsoft.Dynamics.CRM', Alias: 'mscrm', xmlns: 'http://docs.oasis-open.org/odata/ns/edm' },
    [baseType(), principalType(catalogue), ...tables.map((table) => entityType(catalogue, table)), container],
  );
  const document = element(
    'edmx:Edmx',
    { Version: '4.0', 'xmlns:edmx': 'http://docs.oasis-open.org/odata/ns/edmx' },
    [
      vocabulary(
        'http://vocabularies.odata.org/OData.Community.Keys.V1.xml',
        'OData.Community.Keys.V1',
        'Keys',
      ),
      vocabulary(
        'https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Capabilities.V1.xml',
        'Org.OData.Capabilities.V1',
        'Capabilities',
      ),
      element('edmx:DataServices', {}, [schema]),
    ],
  );
  return prolog + document;
}

function vocabulary(uri: string, namespace: string, alias: string): string {
  return element('edmx:Reference', { Uri: uri }, [
    element('edmx:Include', { Namespace: namespace, Alias: alias }),
    element('edmx:IncludeAnnotations', { TermNamespace: namespace }),
  ]);
}

function entitySet(catalogue: Catalogue, table: Table, annotations: boolean): string {
  const bindings = catalogue.navigations(table.logicalName).flatMap((navigation) => {
    if (navigation.kind === 'single' && isOwnership(catalogue, navigation.relationship)) return [];
    const target = catalogue.table(navigation.target).setName;
    return [element('NavigationPropertyBinding', { Path: navigation.name, Target: target })];
  });
  return element(
    'EntitySet',
    { Name: table.setName, EntityType: `Microsoft.Dynamics.CRM.${table.logicalName}` },
    [...bindings, ...(annotations && table.changeTracking ? [changeTracking()] : [])],
  );
}

function changeTracking(): string {
  return element('Annotation', { Term: 'Org.OData.Capabilities.V1.ChangeTracking' }, [
    element('Record', {}, [element('PropertyValue', { Property: 'Supported', Bool: true })]),
  ]);
}
